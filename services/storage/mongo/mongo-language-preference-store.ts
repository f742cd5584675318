import { Schema } from 'mongoose'
import type { LanguagePreferenceStore } from '../../conversations/language-preference.js'
import type { MongoLink } from './mongo-link.js'
import { recordOptions } from './record-options.js'
import { sweep } from './sweep.js'
import { upserting } from './upserting.js'

/** A preference is written again only when this much of its life has gone, in milliseconds: one day. */
const REFRESH_AFTER = 86_400_000

interface PreferenceRow {
  readonly _id: string
  readonly language: string
  readonly expiresAt: number
}

const schema = new Schema<PreferenceRow>(
  { _id: String, language: String, expiresAt: Number },
  recordOptions('preference'),
)
schema.index({ expiresAt: 1 })

export class MongoLanguagePreferenceStore implements LanguagePreferenceStore {
  readonly #link
  readonly #records

  constructor(link: MongoLink) {
    this.#link = link
    this.#records = link.connection.model('Preference', schema)
  }

  async find(key: string, now: number): Promise<string | null> {
    const query = { _id: key, expiresAt: { $gt: now } }
    const row = await this.#link.run(() => this.#records.findOne(query, { language: 1 }).lean().exec())
    return row?.language ?? null
  }

  async save(key: string, language: string, expiresAt: number): Promise<void> {
    const known = { _id: key, language, expiresAt: { $gt: expiresAt - REFRESH_AFTER } }
    if (await this.#link.run(() => this.#records.exists(known).exec())) return
    const saved = { $set: { language, expiresAt } }
    await this.#link.run(() => upserting(() => this.#records.updateOne({ _id: key }, saved, { upsert: true }).exec()))
  }

  async erase(key: string): Promise<boolean> {
    const { deletedCount } = await this.#link.run(() => this.#records.deleteOne({ _id: key }).exec())
    return deletedCount > 0
  }

  sweep(now: number): Promise<number> {
    const old = { expiresAt: { $lte: now } }
    return sweep(
      most => this.#link.run(() => this.#records.find(old, { _id: 1 }).limit(most).lean().exec()),
      async ids => {
        const erased = () => this.#records.deleteMany({ ...old, _id: { $in: ids } }).exec()
        return (await this.#link.run(erased)).deletedCount
      },
    )
  }
}
