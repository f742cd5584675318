import { Schema } from 'mongoose'
import { DEAD_LETTER_LIFE, type DeadLetter, type DeadLetterStore } from '../../dead-letters/dead-letters.js'
import type { MongoLink } from './mongo-link.js'
import { recordOptions } from './record-options.js'
import { sweep } from './sweep.js'
import { upserting } from './upserting.js'

interface DeadLetterRow {
  readonly _id: string
  readonly step: DeadLetter['step']
  readonly error: string
  readonly at: number
  readonly times: number
}

const schema = new Schema<DeadLetterRow>(
  { _id: String, step: String, error: String, at: Number, times: Number },
  recordOptions('dead_letter'),
)
schema.index({ at: 1 })

export class MongoDeadLetterStore implements DeadLetterStore {
  readonly #link
  readonly #records

  constructor(link: MongoLink) {
    this.#link = link
    this.#records = link.connection.model('DeadLetter', schema)
  }

  async note({ id, step, error, at }: Omit<DeadLetter, 'times'>): Promise<number> {
    const noted = { $set: { step, error, at }, $inc: { times: 1 } }
    const letter = await this.#link.run(() =>
      upserting(() =>
        this.#records.findOneAndUpdate({ _id: id }, noted, { upsert: true, returnDocument: 'after' }).lean().exec(),
      ),
    )
    return letter.times
  }

  async latest(most: number): Promise<readonly DeadLetter[]> {
    const letters = await this.#link.run(() => this.#records.find().sort({ at: -1 }).limit(most).lean().exec())
    return letters.map(({ _id, step, error, at, times }) => ({ id: _id, step, error, at, times }))
  }

  sweep(now: number): Promise<number> {
    const old = { at: { $lte: now - DEAD_LETTER_LIFE } }
    return sweep(
      most => this.#link.run(() => this.#records.find(old, { _id: 1 }).limit(most).lean().exec()),
      async ids => {
        const erased = () => this.#records.deleteMany({ ...old, _id: { $in: ids } }).exec()
        return (await this.#link.run(erased)).deletedCount
      },
    )
  }
}
