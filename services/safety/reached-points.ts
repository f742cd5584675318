const NEVER = -1_000_000

/**
 * Where each point of the phrase tree was last reached, the two latest times, and where its phrase began. Holds positions
 * only, never words; `clear` must follow each text.
 */
export class ReachedPoints {
  readonly #last: Int32Array
  readonly #before: Int32Array
  readonly #started: Int32Array
  readonly #startedBefore: Int32Array
  readonly #touched: number[] = []

  constructor(size: number) {
    this.#last = new Int32Array(size).fill(NEVER)
    this.#before = new Int32Array(size).fill(NEVER)
    this.#started = new Int32Array(size)
    this.#startedBefore = new Int32Array(size)
  }

  /** The start of the phrase when a word at `at` leads on from the point; -1 when the words before it are missing. */
  follow(point: number, between: number, at: number): number {
    const last = this.#last[point] ?? NEVER
    // A word that fits two slots in a row may fill only one of them.
    const same = last === at
    const previous = same ? (this.#before[point] ?? NEVER) : last
    if (at - previous > between + 1) return -1
    return (same ? this.#startedBefore[point] : this.#started[point]) ?? at
  }

  /** The start of the phrase when the point was reached exactly at `at`; -1 when it was not. */
  startOf(point: number, at: number): number {
    if (this.#last[point] === at) return this.#started[point] ?? at
    return this.#before[point] === at ? (this.#startedBefore[point] ?? at) : -1
  }

  mark(point: number, at: number, start: number): void {
    const last = this.#last[point] ?? NEVER
    if (last === NEVER) this.#touched.push(point)
    if (last !== at) {
      this.#before[point] = last
      this.#startedBefore[point] = this.#started[point] ?? 0
    }
    this.#last[point] = at
    this.#started[point] = start
  }

  clear(): void {
    for (const point of this.#touched) {
      this.#last[point] = NEVER
      this.#before[point] = NEVER
    }
    this.#touched.length = 0
  }
}
