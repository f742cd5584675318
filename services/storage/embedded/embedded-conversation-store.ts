import type { Commit, Conversation, ConversationStore } from '../../conversations/conversation.js'
import { expiredOf, newConversation } from '../../conversations/new-conversation.js'
import { parseConversation, writeConversation } from '../../conversations/conversation-body.js'
import { sweepAt } from '../sweep-at.js'
import { column, type EmbeddedDatabase } from './database.js'
import { writeTogether } from './write-together.js'

/** Records kept in memory as they were last written, so that who is talking now is not read again; some 3 kB each. */
const MOST_RECENT = 1_000

/** Conversations as one row each. A row is read through its schema, so an old or damaged one begins again instead of failing. */
export class EmbeddedConversationStore implements ConversationStore {
  readonly #find
  readonly #insert
  readonly #update
  readonly #erase
  readonly #eraseVersion
  readonly #expired
  readonly #due
  readonly #write
  readonly #truncate
  readonly #recent = new Map<string, Conversation>()
  #erased = false

  constructor(database: EmbeddedDatabase) {
    this.#write = writeTogether(database)
    this.#find = database.prepare('select body from conversation where key = ?')
    this.#insert = database.prepare(
      'insert into conversation (version, expires_at, due_at, body, key) values (?, ?, ?, ?, ?) on conflict (key) do nothing',
    )
    this.#update = database.prepare(
      'update conversation set version = ?, expires_at = ?, due_at = ?, body = ? where key = ? and version = ?',
    )
    this.#erase = database.prepare('delete from conversation where key = ?')
    this.#eraseVersion = database.prepare('delete from conversation where key = ? and version = ?')
    this.#expired = database.prepare('select key, version, body from conversation where expires_at <= ? limit ?')
    // What was erased stands in the log of changes until that is written into the file and emptied.
    this.#truncate = () => void database.pragma('wal_checkpoint(TRUNCATE)')
    this.#due = database.prepare('select key from conversation where due_at <= ? order by due_at limit ?')
  }

  async find(key: string, now: number): Promise<Conversation | null> {
    const found = this.#recent.get(key) ?? this.#read(key)
    if (!found) return null
    return found.expiresAt > now ? found : expiredOf(found)
  }

  /** Another process may have written since: then the commit that follows is stale, and the record is read anew. */
  async commit(conversation: Conversation): Promise<Commit> {
    const body = writeConversation(conversation)
    const changes = await this.#write(() => this.#put(conversation, body))
    if (changes === 1) this.#remember(conversation)
    else this.#recent.delete(conversation.key)
    return { type: changes === 1 ? 'committed' : 'stale' }
  }

  async erase(key: string): Promise<boolean> {
    this.#recent.delete(key)
    const { changes } = await this.#write(() => this.#erase.run(key))
    this.#recent.delete(key)
    if (changes > 0) this.#truncate()
    return changes > 0
  }

  async expired(now: number, most: number): Promise<readonly Conversation[]> {
    const rows = this.#expired.all(now, most)
    // The end of a sweep: one emptying for all that it erased.
    if (rows.length === 0 && this.#erased) this.#truncate()
    this.#erased &&= rows.length > 0
    return rows.map(row => {
      const [key, version, body] = [column(row, 'key'), column(row, 'version'), column(row, 'body')]
      const found = typeof body === 'string' ? parseConversation(body) : null
      return found ?? { ...newConversation(String(key), '', null), version: Number(version) }
    })
  }

  async eraseVersion(key: string, version: number): Promise<boolean> {
    const { changes } = await this.#write(() => this.#eraseVersion.run(key, version))
    if (changes > 0) this.#recent.delete(key)
    this.#erased ||= changes > 0
    return changes > 0
  }

  async due(now: number, most: number): Promise<readonly string[]> {
    return this.#due.all(now, most).map(row => String(column(row, 'key')))
  }

  #read(key: string): Conversation | null {
    const body = column(this.#find.get(key), 'body')
    const found = typeof body === 'string' ? parseConversation(body) : null
    if (found) this.#remember(found)
    return found
  }

  #put({ key, version, expiresAt, sending }: Conversation, body: string): number {
    const dueAt = sending?.dueAt ?? null
    const { changes } =
      version === 1
        ? this.#insert.run(version, sweepAt(expiresAt), dueAt, body, key)
        : this.#update.run(version, sweepAt(expiresAt), dueAt, body, key, version - 1)
    return changes
  }

  #remember(conversation: Conversation): void {
    this.#recent.delete(conversation.key)
    this.#recent.set(conversation.key, conversation)
    if (this.#recent.size <= MOST_RECENT) return
    const [oldest] = this.#recent.keys()
    if (oldest !== undefined) this.#recent.delete(oldest)
  }
}
