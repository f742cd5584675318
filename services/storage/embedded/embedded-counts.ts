import { bucketOf, type CountedEvent, type Counts } from '../../counting/counts.js'
import type { EmbeddedDatabase } from './database.js'

/** Totals are gathered in memory and written together after this many milliseconds: a count is not worth a disk write of its own. */
const GATHER_MS = 5_000

/** Totals a day, added up in the embedded database. */
export class EmbeddedCounts implements Counts {
  readonly #database
  readonly #waiting = new Map<string, { day: string; event: string; dimension: string; total: number }>()
  #timer: NodeJS.Timeout | null = null

  constructor(database: EmbeddedDatabase) {
    this.#database = database
  }

  async add(event: CountedEvent, at: number): Promise<void> {
    const bucket = bucketOf(event, at)
    const name = JSON.stringify(bucket)
    this.#waiting.set(name, { ...bucket, total: (this.#waiting.get(name)?.total ?? 0) + 1 })
    this.#timer ??= setTimeout(() => this.flush(), GATHER_MS).unref()
  }

  /** Writes what was gathered; called at the end too, so that a stop loses no count. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const rows = [...this.#waiting.values()]
    this.#waiting.clear()
    const write = this.#database.prepare(
      'insert into count values (?, ?, ?, ?) on conflict (day, event, dimension) do update set total = total + excluded.total',
    )
    this.#database.transaction(() => {
      for (const { day, event, dimension, total } of rows) write.run(day, event, dimension, total)
    })()
  }
}
