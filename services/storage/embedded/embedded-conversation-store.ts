import type { Commit, Conversation, ConversationStore } from '../../conversations/conversation.js'
import { parseConversation } from '../../conversations/parse-conversation.js'
import { column, type EmbeddedDatabase } from './database.js'

/** Conversations as one row each. A row is read through its schema, so an old or damaged one begins again instead of failing. */
export class EmbeddedConversationStore implements ConversationStore {
  readonly #find
  readonly #insert
  readonly #update
  readonly #erase
  readonly #sweep

  constructor(database: EmbeddedDatabase) {
    this.#find = database.prepare('select body from conversation where key = ? and expires_at > ?')
    this.#insert = database.prepare(
      'insert into conversation values (?, ?, ?, ?) on conflict (key) do update set version = excluded.version, expires_at = excluded.expires_at, body = excluded.body where conversation.expires_at <= ?',
    )
    this.#update = database.prepare(
      'update conversation set version = ?, expires_at = ?, body = ? where key = ? and version = ?',
    )
    this.#erase = database.prepare('delete from conversation where key = ?')
    this.#sweep = database.prepare('delete from conversation where expires_at <= ?')
  }

  async find(key: string, now: number): Promise<Conversation | null> {
    const body = column(this.#find.get(key, now), 'body')
    return typeof body === 'string' ? parseConversation(body) : null
  }

  async commit(conversation: Conversation): Promise<Commit> {
    const { key, version, expiresAt, updatedAt } = conversation
    const body = JSON.stringify(conversation)
    const { changes } =
      version === 1
        ? this.#insert.run(key, version, expiresAt, body, updatedAt)
        : this.#update.run(version, expiresAt, body, key, version - 1)
    return { type: changes === 1 ? 'committed' : 'stale' }
  }

  async erase(key: string): Promise<boolean> {
    return this.#erase.run(key).changes > 0
  }

  async sweep(now: number): Promise<number> {
    return this.#sweep.run(now).changes
  }
}
