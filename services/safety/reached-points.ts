const NEVER = -1_000_000
/** Four numbers a point, side by side in memory: last reached, started, and the same for the time before. */
const FIELDS = 4
const STARTED = 1
const BEFORE = 2
const STARTED_BEFORE = 3

/**
 * Where each point of the phrase tree was last reached, the two latest times, and where its phrase began. Holds positions
 * only, never words; `clear` must follow each text.
 */
export class ReachedPoints {
  readonly #reached: Int32Array
  readonly #touched: number[] = []

  constructor(size: number) {
    this.#reached = new Int32Array(size * FIELDS).fill(NEVER)
  }

  /** The start of the phrase when a word at `at` leads on from the point; -1 when the words before it are missing. */
  follow(point: number, between: number, at: number): number {
    const field = point * FIELDS
    const last = this.#reached[field] ?? NEVER
    if (at - last > between + 1) return -1
    if (last !== at) return this.#reached[field + STARTED] ?? at
    // A word that fits two slots in a row may fill only one of them.
    const before = this.#reached[field + BEFORE] ?? NEVER
    return at - before > between + 1 ? -1 : (this.#reached[field + STARTED_BEFORE] ?? at)
  }

  /** The start of the phrase when the point was reached exactly at `at`; -1 when it was not. */
  startOf(point: number, at: number): number {
    const field = point * FIELDS
    if (this.#reached[field] === at) return this.#reached[field + STARTED] ?? at
    return this.#reached[field + BEFORE] === at ? (this.#reached[field + STARTED_BEFORE] ?? at) : -1
  }

  mark(point: number, at: number, start: number): void {
    const field = point * FIELDS
    const last = this.#reached[field] ?? NEVER
    if (last === NEVER) this.#touched.push(field)
    if (last !== at) {
      this.#reached[field + BEFORE] = last
      this.#reached[field + STARTED_BEFORE] = this.#reached[field + STARTED] ?? 0
    }
    this.#reached[field] = at
    this.#reached[field + STARTED] = start
  }

  clear(): void {
    for (const field of this.#touched) {
      this.#reached[field] = NEVER
      this.#reached[field + BEFORE] = NEVER
    }
    this.#touched.length = 0
  }
}
