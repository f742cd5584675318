import type { Answered } from '../../conversations/conversation.js'
import { REPEATS_FOR, type HandledStore } from '../../conversations/handled.js'
import { column, type EmbeddedDatabase } from './database.js'
import { writeTogether } from './write-together.js'

/** Ids of answered messages in the embedded database: an id and a time, nothing else. */
export class EmbeddedHandledStore implements HandledStore {
  readonly #add
  readonly #has
  readonly #sweep
  readonly #write

  constructor(database: EmbeddedDatabase) {
    this.#write = writeTogether(database)
    this.#add = database.prepare(
      'insert into handled values (?, ?) on conflict (id) do update set expires_at = max(expires_at, excluded.expires_at)',
    )
    this.#has = database.prepare('select 1 as known from handled where id = ? and expires_at > ?')
    this.#sweep = database.prepare('delete from handled where expires_at <= ?')
  }

  async add(ids: readonly Answered[]): Promise<void> {
    if (ids.length > 0) await this.#write(() => ids.forEach(([id, at]) => void this.#add.run(id, at + REPEATS_FOR)))
  }

  async has(id: string, now: number): Promise<boolean> {
    return column(this.#has.get(id, now), 'known') !== undefined
  }

  async sweep(now: number): Promise<number> {
    const { changes } = await this.#write(() => this.#sweep.run(now))
    return changes
  }
}
