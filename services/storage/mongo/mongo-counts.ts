import { Schema } from 'mongoose'
import { GatheredCounts } from '../gathered-counts.js'
import type { MongoLink } from './mongo-link.js'
import { recordOptions } from './record-options.js'
import { upserting } from './upserting.js'

interface CountedRow {
  readonly _id: string
  readonly day: string
  readonly event: string
  readonly dimension: string
  readonly total: number
}

const schema = new Schema<CountedRow>(
  { _id: String, day: String, event: String, dimension: String, total: Number },
  recordOptions('count'),
)

/** Totals a day, added up by the server, so that every process adds its own. */
export function createMongoCounts(link: MongoLink): GatheredCounts {
  const records = link.connection.model('Count', schema)
  return new GatheredCounts(async rows => {
    // One by one: a total that failed is lost, and no other is added twice.
    for (const { day, event, dimension, total } of rows) {
      const bucket = { _id: JSON.stringify([day, event, dimension]) }
      const added = { $inc: { total }, $setOnInsert: { day, event, dimension } }
      await link.run(() => upserting(() => records.updateOne(bucket, added, { upsert: true }).exec()))
    }
  })
}
