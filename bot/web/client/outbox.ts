import type { Answer, Saying } from './saying.js'

/** What the page shows about what was not yet delivered. */
export type Line = 'clear' | 'waiting' | 'offline' | 'failed'

export interface OutboxPorts {
  readonly say: (saying: Saying) => Promise<Answer>
  /** Called with each answer that ends a saying, in order. */
  readonly answered: (answer: Answer, saying: Saying) => Promise<void>
  readonly show: (line: Line) => void
}

/** After this many attempts at a busy server the resident is asked whether to go on. */
const PATIENCE = 3
/** How soon to say "one moment". Most answers come sooner, and then nothing flickers. */
const SLOW = 600
/** First pause without a line; doubled each time, up to the longest. */
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 30_000

/** Delivers one saying at a time, in order, and holds what could not go yet. In memory only: leaving the page forgets it. */
export class Outbox {
  readonly #ports: OutboxPorts
  readonly #waiting: Saying[] = []
  #busy = false
  #attempts = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ports: OutboxPorts) {
    this.#ports = ports
  }

  add(saying: Saying): void {
    this.#waiting.push(saying)
    void this.retry()
  }

  /** Throws away what waits. */
  empty(): void {
    clearTimeout(this.#timer)
    this.#waiting.length = 0
  }

  /** Goes on now: the line is back, or the resident asks. Does nothing while a delivery is under way. */
  async retry(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    clearTimeout(this.#timer)
    const slow = setTimeout(() => this.#ports.show('waiting'), SLOW)
    let goOn = true
    while (goOn && this.#waiting[0] !== undefined) goOn = await this.#deliver(this.#waiting[0])
    clearTimeout(slow)
    this.#busy = false
  }

  /** Whether the next one may follow. */
  async #deliver(saying: Saying): Promise<boolean> {
    const answer = await this.#ports.say(saying)
    if (this.#waiting[0] !== saying) return this.#waiting.length > 0
    if (answer.type === 'offline')
      return this.#later('offline', Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#attempts))
    if (answer.type === 'busy') return this.#later(this.#attempts + 1 < PATIENCE ? 'waiting' : 'failed', answer.after)
    this.#attempts = 0
    this.#waiting.shift()
    this.#ports.show('clear')
    await this.#ports.answered(answer, saying)
    return true
  }

  #later(line: Line, pause: number): false {
    this.#attempts = line === 'failed' ? 0 : this.#attempts + 1
    this.#ports.show(line)
    if (line !== 'failed') this.#timer = setTimeout(() => void this.retry(), pause)
    return false
  }
}
