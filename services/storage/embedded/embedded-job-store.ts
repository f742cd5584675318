import { z } from 'zod'
import type { JobRun, JobStore } from '../../jobs/job.js'
import type { EmbeddedDatabase } from './database.js'

const rowSchema = z.object({
  last_run: z.int(),
  last_outcome: z.enum(['done', 'failed']),
  last_detail: z.string(),
  last_milliseconds: z.int(),
})

export class EmbeddedJobStore implements JobStore {
  readonly #take
  readonly #finish
  readonly #last

  constructor(database: EmbeddedDatabase) {
    this.#take = database.prepare(
      `insert into job (name, lease, leased_until) values (?, ?, ?)
       on conflict (name) do update set lease = excluded.lease, leased_until = excluded.leased_until
       where job.leased_until <= ?`,
    )
    this.#finish = database.prepare(
      `update job set leased_until = 0, last_run = ?, last_outcome = ?, last_detail = ?, last_milliseconds = ?
       where name = ? and lease = ?`,
    )
    this.#last = database.prepare(
      'select last_run, last_outcome, last_detail, last_milliseconds from job where name = ? and last_run is not null',
    )
  }

  async take(name: string, holder: string, now: number, until: number): Promise<boolean> {
    return this.#take.run(name, holder, until, now).changes === 1
  }

  async finish(name: string, holder: string, { at, outcome, detail, milliseconds }: JobRun): Promise<void> {
    this.#finish.run(at, outcome, detail, milliseconds, name, holder)
  }

  async lastRun(name: string): Promise<JobRun | null> {
    const row = rowSchema.safeParse(this.#last.get(name))
    if (!row.success) return null
    const { last_run, last_outcome, last_detail, last_milliseconds } = row.data
    return { at: last_run, outcome: last_outcome, detail: last_detail, milliseconds: last_milliseconds }
  }
}
