import { ROOT, type Place } from './phrase-tree.js'

const NEVER = -1_000_000

/**
 * Where each point of the phrase tree was last reached, the two latest times, and where its phrase began. Holds positions
 * only, never words, and `clear` must follow each text.
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

  /** The start of the phrase when the word at `at` leads on; null when the words before it are missing. */
  follow({ from, between }: Place, at: number): number | null {
    if (from === ROOT) return at
    // A word that fits two slots in a row may fill only one of them.
    const same = this.#last[from] === at
    const previous = (same ? this.#before[from] : this.#last[from]) ?? NEVER
    if (at - previous > between + 1) return null
    return (same ? this.#startedBefore[from] : this.#started[from]) ?? at
  }

  /** The start of the phrase when the point was reached exactly at `at`; null when it was not. */
  startOf(point: number, at: number): number | null {
    if (this.#last[point] === at) return this.#started[point] ?? at
    return this.#before[point] === at ? (this.#startedBefore[point] ?? at) : null
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
