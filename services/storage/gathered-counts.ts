import { bucketOf, type CountedEvent, type Counts } from '../counting/counts.js'

/** Totals are gathered in memory and written together after this many milliseconds: a count is not worth a write of its own. */
const GATHER_MS = 5_000

/** So many more of one event, in one bucket of time. */
export interface CountRow {
  readonly day: string
  readonly event: string
  readonly dimension: string
  readonly total: number
}

/** Adds up in memory and hands over what was gathered. What cannot be written is lost, and nobody waits for it. */
export class GatheredCounts implements Counts {
  readonly #write
  readonly #waiting = new Map<string, CountRow>()
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> = Promise.resolve()

  constructor(write: (rows: readonly CountRow[]) => Promise<void>) {
    this.#write = write
  }

  async add(event: CountedEvent, at: number): Promise<void> {
    const bucket = bucketOf(event, at)
    const name = JSON.stringify(bucket)
    this.#waiting.set(name, { ...bucket, total: (this.#waiting.get(name)?.total ?? 0) + 1 })
    this.#timer ??= setTimeout(() => void this.flush(), GATHER_MS).unref()
  }

  /** Writes what was gathered; called at the end too, so that a stop loses no count. Never rejects. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const rows = [...this.#waiting.values()]
    this.#waiting.clear()
    if (rows.length > 0) this.#writing = this.#writing.then(() => this.#write(rows)).catch(() => undefined)
    return this.#writing
  }
}
