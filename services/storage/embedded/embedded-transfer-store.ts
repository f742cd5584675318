import type { TransferStore } from '../../transfers/transfer-store.js'
import { column, type EmbeddedDatabase } from './database.js'
import { writeTogether } from './write-together.js'

/** Codes to go on elsewhere, in the embedded database: a hash, a sealed place and a time. */
export class EmbeddedTransferStore implements TransferStore {
  readonly #put
  readonly #find
  readonly #erase
  readonly #sweep
  readonly #write

  constructor(database: EmbeddedDatabase) {
    this.#write = writeTogether(database)
    this.#put = database.prepare('insert or replace into transfer (code, sealed, expires_at) values (?, ?, ?)')
    this.#find = database.prepare('select sealed from transfer where code = ? and expires_at > ?')
    this.#erase = database.prepare('delete from transfer where code = ?')
    this.#sweep = database.prepare('delete from transfer where expires_at <= ?')
  }

  async put(code: string, sealed: string, expiresAt: number): Promise<void> {
    await this.#write(() => this.#put.run(code, sealed, expiresAt))
  }

  /** Found and erased in one transaction, so that nobody comes between. */
  async take(code: string, now: number): Promise<string | null> {
    return this.#write(() => {
      const sealed = column(this.#find.get(code, now), 'sealed')
      this.#erase.run(code)
      return typeof sealed === 'string' ? sealed : null
    })
  }

  async sweep(now: number): Promise<number> {
    const { changes } = await this.#write(() => this.#sweep.run(now))
    return changes
  }
}
