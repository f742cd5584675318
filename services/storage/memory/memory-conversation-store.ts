import type { Commit, Conversation, ConversationStore } from '../../conversations/conversation.js'
import { expiredOf } from '../../conversations/new-conversation.js'

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
    if (!found) return null
    return found.expiresAt > now ? found : expiredOf(found)
  }

  async commit(conversation: Conversation): Promise<Commit> {
    const { key, version } = conversation
    if ((this.#records.get(key)?.version ?? 0) !== version - 1) return { type: 'stale' }
    this.#records.delete(key)
    this.#records.set(key, conversation)
    const [oldest] = this.#records.keys()
    if (this.#records.size > MOST_IN_MEMORY && oldest !== undefined) this.#records.delete(oldest)
    return { type: 'committed' }
  }

  async erase(key: string): Promise<boolean> {
    return this.#records.delete(key)
  }

  async expired(now: number, most: number): Promise<readonly Conversation[]> {
    return [...this.#records.values()].filter(({ expiresAt }) => expiresAt <= now).slice(0, most)
  }

  async eraseVersion(key: string, version: number): Promise<boolean> {
    return this.#records.get(key)?.version === version && this.#records.delete(key)
  }

  async due(now: number, most: number): Promise<readonly string[]> {
    const waiting = [...this.#records.values()].filter(({ sending }) => sending !== null && sending.dueAt <= now)
    return waiting
      .toSorted((a, b) => (a.sending?.dueAt ?? 0) - (b.sending?.dueAt ?? 0))
      .slice(0, most)
      .map(({ key }) => key)
  }
}
