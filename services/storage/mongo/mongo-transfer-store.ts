import { Schema } from 'mongoose'
import type { TransferStore } from '../../transfers/transfer-store.js'
import type { MongoLink } from './mongo-link.js'
import { recordOptions } from './record-options.js'
import { upserting } from './upserting.js'

interface TransferRow {
  readonly _id: string
  readonly sealed: string
  readonly expiresAt: number
}

const schema = new Schema<TransferRow>({ _id: String, sealed: String, expiresAt: Number }, recordOptions('transfer'))
schema.index({ expiresAt: 1 })

/** Codes to go on elsewhere: a hash, a sealed place and a time. */
export class MongoTransferStore implements TransferStore {
  readonly #link
  readonly #records

  constructor(link: MongoLink) {
    this.#link = link
    this.#records = link.connection.model('Transfer', schema)
  }

  async put(code: string, sealed: string, expiresAt: number): Promise<void> {
    const update = { $set: { sealed, expiresAt } }
    await this.#link.run(() => upserting(() => this.#records.updateOne({ _id: code }, update, { upsert: true }).exec()))
  }

  async take(code: string, now: number): Promise<string | null> {
    const row = await this.#link.run(() => this.#records.findOneAndDelete({ _id: code }).lean().exec())
    return row !== null && row.expiresAt > now ? row.sealed : null
  }

  async sweep(now: number): Promise<number> {
    const { deletedCount } = await this.#link.run(() => this.#records.deleteMany({ expiresAt: { $lte: now } }).exec())
    return deletedCount
  }
}
