import type { LanguagePreferenceStore } from '../../conversations/language-preference.js'
import { column, type EmbeddedDatabase } from './database.js'
import { writeTogether } from './write-together.js'

/** A preference is written again only when this much of its life has gone, in milliseconds: one day. */
const REFRESH_AFTER = 86_400_000

export class EmbeddedLanguagePreferenceStore implements LanguagePreferenceStore {
  readonly #find
  readonly #known
  readonly #save
  readonly #erase
  readonly #sweep
  readonly #write

  constructor(database: EmbeddedDatabase) {
    this.#write = writeTogether(database)
    this.#find = database.prepare('select language from preference where key = ? and expires_at > ?')
    this.#known = database.prepare(
      'select 1 as known from preference where key = ? and language = ? and expires_at > ?',
    )
    this.#save = database.prepare('insert or replace into preference values (?, ?, ?)')
    this.#erase = database.prepare('delete from preference where key = ?')
    this.#sweep = database.prepare('delete from preference where expires_at <= ?')
  }

  async find(key: string, now: number): Promise<string | null> {
    const language = column(this.#find.get(key, now), 'language')
    return typeof language === 'string' ? language : null
  }

  async save(key: string, language: string, expiresAt: number): Promise<void> {
    if (column(this.#known.get(key, language, expiresAt - REFRESH_AFTER), 'known') === undefined) {
      await this.#write(() => this.#save.run(key, language, expiresAt))
    }
  }

  async erase(key: string): Promise<boolean> {
    const { changes } = await this.#write(() => this.#erase.run(key))
    return changes > 0
  }

  async sweep(now: number): Promise<number> {
    const { changes } = await this.#write(() => this.#sweep.run(now))
    return changes
  }
}
