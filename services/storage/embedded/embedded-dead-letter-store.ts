import { z } from 'zod'
import { DEAD_LETTER_LIFE, type DeadLetter, type DeadLetterStore } from '../../dead-letters/dead-letters.js'
import { column, type EmbeddedDatabase } from './database.js'
import { writeTogether } from './write-together.js'

const rowSchema = z.object({
  id: z.string(),
  step: z.enum(['turn', 'parse']),
  error: z.string(),
  at: z.int(),
  times: z.int(),
})

export class EmbeddedDeadLetterStore implements DeadLetterStore {
  readonly #note
  readonly #latest
  readonly #sweep
  readonly #write

  constructor(database: EmbeddedDatabase) {
    this.#write = writeTogether(database)
    this.#note = database.prepare(
      `insert into dead_letter values (?, ?, ?, ?, 1)
       on conflict (id) do update set step = excluded.step, error = excluded.error, at = excluded.at, times = times + 1
       returning times`,
    )
    this.#latest = database.prepare('select id, step, error, at, times from dead_letter order by at desc limit ?')
    this.#sweep = database.prepare('delete from dead_letter where at <= ?')
  }

  async note({ id, step, error, at }: Omit<DeadLetter, 'times'>): Promise<number> {
    return Number(await this.#write(() => column(this.#note.get(id, step, error, at), 'times')))
  }

  async latest(most: number): Promise<readonly DeadLetter[]> {
    return z.array(rowSchema).parse(this.#latest.all(most))
  }

  async sweep(now: number): Promise<number> {
    const { changes } = await this.#write(() => this.#sweep.run(now - DEAD_LETTER_LIFE))
    return changes
  }
}
