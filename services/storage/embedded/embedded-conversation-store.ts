import type { Commit, Conversation, ConversationStore } from '../../conversations/conversation.js'
import { parseConversation } from '../../conversations/parse-conversation.js'
import { column, type EmbeddedDatabase } from './database.js'

interface Waiting {
  readonly conversation: Conversation
  readonly resolve: (commit: Commit) => void
  readonly reject: (error: unknown) => void
}

/** Conversations as one row each. A row is read through its schema, so an old or damaged one begins again instead of failing. */
export class EmbeddedConversationStore implements ConversationStore {
  readonly #find
  readonly #insert
  readonly #update
  readonly #erase
  readonly #sweep
  readonly #together
  readonly #waiting: Waiting[] = []

  constructor(database: EmbeddedDatabase) {
    this.#find = database.prepare('select body from conversation where key = ? and expires_at > ?')
    this.#insert = database.prepare(
      'insert into conversation values (?, ?, ?, ?) on conflict (key) do update set version = excluded.version, expires_at = excluded.expires_at, body = excluded.body where conversation.expires_at <= ?',
    )
    this.#update = database.prepare(
      'update conversation set version = ?, expires_at = ?, body = ? where key = ? and version = ?',
    )
    this.#erase = database.prepare('delete from conversation where key = ?')
    this.#together = database.transaction((conversations: readonly Conversation[]) =>
      conversations.map(conversation => this.#write(conversation)),
    )
    this.#sweep = database.prepare('delete from conversation where expires_at <= ?')
  }

  async find(key: string, now: number): Promise<Conversation | null> {
    const body = column(this.#find.get(key, now), 'body')
    return typeof body === 'string' ? parseConversation(body) : null
  }

  /** Commits that come in together share one transaction and one wait for the disk; each still wins or loses alone. */
  commit(conversation: Conversation): Promise<Commit> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ conversation, resolve, reject }) === 1) setImmediate(() => this.#flush())
    })
  }

  #flush(): void {
    const together = this.#waiting.splice(0)
    try {
      const commits = this.#together(together.map(({ conversation }) => conversation))
      together.forEach(({ resolve }, index) => resolve({ type: commits[index] === 1 ? 'committed' : 'stale' }))
    } catch (error) {
      for (const { reject } of together) reject(error)
    }
  }

  #write(conversation: Conversation): number {
    const { key, version, expiresAt, updatedAt } = conversation
    const body = JSON.stringify(conversation)
    const { changes } =
      version === 1
        ? this.#insert.run(key, version, expiresAt, body, updatedAt)
        : this.#update.run(version, expiresAt, body, key, version - 1)
    return changes
  }

  async erase(key: string): Promise<boolean> {
    return this.#erase.run(key).changes > 0
  }

  async sweep(now: number): Promise<number> {
    return this.#sweep.run(now).changes
  }
}
