import type { Commit, Conversation, ConversationStore } from '../../conversations/conversation.js'

/** Beyond this many the oldest are dropped, so that a flood of new conversations cannot fill the memory. About 5 kB each. */
export const MOST_IN_MEMORY = 10_000

/**
 * For conversations of which nothing may be kept (H4): a stated minor, and after a safety signal. Lives in this process
 * alone and is gone with it. It is no stand-in for a database; it is where "nothing on disk" is true.
 */
export class MemoryConversationStore implements ConversationStore {
  readonly #records = new Map<string, Conversation>()

  async find(key: string, now: number): Promise<Conversation | null> {
    const found = this.#records.get(key)
    return found && found.expiresAt > now ? structuredClone(found) : null
  }

  async commit(conversation: Conversation): Promise<Commit> {
    const { key, version, updatedAt } = conversation
    const known = this.#records.get(key)
    const current = known && known.expiresAt > updatedAt ? known.version : 0
    if (current !== version - 1) return { type: 'stale' }
    this.#records.delete(key)
    this.#records.set(key, structuredClone(conversation))
    const [oldest] = this.#records.keys()
    if (this.#records.size > MOST_IN_MEMORY && oldest !== undefined) this.#records.delete(oldest)
    return { type: 'committed' }
  }

  async erase(key: string): Promise<boolean> {
    return this.#records.delete(key)
  }

  async sweep(now: number): Promise<number> {
    const expired = [...this.#records.values()].filter(({ expiresAt }) => expiresAt <= now)
    for (const { key } of expired) this.#records.delete(key)
    return expired.length
  }
}
