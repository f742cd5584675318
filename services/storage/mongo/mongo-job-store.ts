import { Schema } from 'mongoose'
import { z } from 'zod'
import type { JobRun, JobStore } from '../../jobs/job.js'
import { isDuplicate } from './mongo-error.js'
import type { MongoLink } from './mongo-link.js'
import { recordOptions } from './record-options.js'

const runSchema = z.object({
  at: z.int(),
  outcome: z.enum(['done', 'failed']),
  detail: z.string(),
  milliseconds: z.int(),
})

interface JobRow {
  readonly _id: string
  readonly lease: string
  readonly leasedUntil: number
  readonly last: unknown
}

const schema = new Schema<JobRow>(
  { _id: String, lease: String, leasedUntil: Number, last: Schema.Types.Mixed },
  recordOptions('job'),
)

export class MongoJobStore implements JobStore {
  readonly #link
  readonly #records

  constructor(link: MongoLink) {
    this.#link = link
    this.#records = link.connection.model('Job', schema)
  }

  /** A job that is leased does not match, so the server tries to make it, and finds that it is there. */
  async take(name: string, holder: string, now: number, until: number): Promise<boolean> {
    const free = { _id: name, leasedUntil: { $lte: now } }
    const taken = { $set: { lease: holder, leasedUntil: until } }
    return this.#link.run(async () => {
      try {
        const { matchedCount, upsertedCount } = await this.#records.updateOne(free, taken, { upsert: true }).exec()
        return matchedCount + upsertedCount > 0
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    })
  }

  async finish(name: string, holder: string, { at, outcome, detail, milliseconds }: JobRun): Promise<void> {
    const finished = { $set: { leasedUntil: 0, last: { at, outcome, detail, milliseconds } } }
    await this.#link.run(() => this.#records.updateOne({ _id: name, lease: holder }, finished).exec())
  }

  async lastRun(name: string): Promise<JobRun | null> {
    const job = await this.#link.run(() => this.#records.findById(name, { last: 1 }).lean().exec())
    const last = runSchema.safeParse(job?.last)
    return last.success ? last.data : null
  }
}
