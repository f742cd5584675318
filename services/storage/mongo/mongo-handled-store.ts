import { Schema } from 'mongoose'
import type { Answered } from '../../conversations/conversation.js'
import { REPEATS_FOR, type HandledStore } from '../../conversations/handled.js'
import type { MongoLink } from './mongo-link.js'
import { recordOptions } from './record-options.js'
import { sweep } from './sweep.js'
import { upserting } from './upserting.js'

/** Ids written by one command; a sweep hands over those of 200 conversations. */
const AT_ONCE = 500

interface HandledRow {
  readonly _id: string
  readonly expiresAt: number
}

const schema = new Schema<HandledRow>({ _id: String, expiresAt: Number }, recordOptions('handled'))
schema.index({ expiresAt: 1 })

/** Ids of answered messages: an id and a time, nothing else. */
export class MongoHandledStore implements HandledStore {
  readonly #link
  readonly #records

  constructor(link: MongoLink) {
    this.#link = link
    this.#records = link.connection.model('Handled', schema)
  }

  async add(ids: readonly Answered[]): Promise<void> {
    for (let from = 0; from < ids.length; from += AT_ONCE) await this.#addSome(ids.slice(from, from + AT_ONCE))
  }

  async has(id: string, now: number): Promise<boolean> {
    const query = { _id: id, expiresAt: { $gt: now } }
    const row = await this.#link.run(() => this.#records.findOne(query, { _id: 1 }).lean().exec())
    return row !== null
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

  async #addSome(ids: readonly Answered[]): Promise<void> {
    const upserts = ids.map(([id, at]) => ({
      updateOne: { filter: { _id: id }, update: { $max: { expiresAt: at + REPEATS_FOR } }, upsert: true },
    }))
    await this.#link.run(() => upserting(() => this.#records.bulkWrite(upserts, { ordered: false })))
  }
}
