import type { Chance } from './chance.js'
import type { Timeline } from './timeline.js'

/** What goes wrong with one call to the outside. `landed`: it had its effect, and nobody heard of it. */
export type Fault =
  | { readonly type: 'none' }
  | { readonly type: 'crash' }
  | { readonly type: 'crash-landed' }
  | { readonly type: 'reject' }
  | { readonly type: 'reject-landed' }
  | { readonly type: 'stall'; readonly milliseconds: number }

/** Chooses what goes wrong with the call of this name; called once for each, in the order of the calls. */
export type Faults = (name: string) => Fault

/** A store that did not answer. Holds nothing of a resident. */
export class SimulatedFailure extends Error {
  override readonly name = 'SimulatedFailure'
}

/** Calls that change nothing in the store; they wait for no other. */
const FREE: ReadonlySet<string> = new Set([
  'find',
  'find language',
  'has handled',
  'due',
  'expired',
  'deliver',
  'mark read',
  'acknowledge',
])

export interface MachineParts {
  readonly timeline: Timeline
  readonly chance: Chance
  readonly faults: Faults
  /** Whether what is written lands in the order in which it was asked for, as on the embedded store. */
  readonly ordered: boolean
  /** Most milliseconds that a call takes on its way, and again on its way back. */
  readonly latency: number
  readonly crashed: () => void
  readonly log: (line: string) => void
  readonly name: string
}

/** One process: all that it asks of the outside goes through `call`, where it can be held up, fail, or die. */
export class Machine {
  alive = true
  /** Calls that were refused or unheard; after one of these the process may know less than the disk. */
  failures = 0
  readonly name: string
  readonly #parts: MachineParts
  #lastWrite = 0
  readonly #onTheWay = new Set<() => unknown>()

  constructor(parts: MachineParts) {
    this.#parts = parts
    this.name = parts.name
  }

  /** The result of the effect, later; never, once the process has died. */
  call<Result>(name: string, effect: () => Result | Promise<Result>): Promise<Result> {
    if (!this.alive) return never()
    const { timeline, faults } = this.#parts
    const fault = faults(name)
    this.#parts.log(`${this.name} ${name}${fault.type === 'none' ? '' : ` (${fault.type})`}`)
    if (fault.type === 'crash') {
      this.crash()
      return never()
    }
    const stalled = fault.type === 'stall' ? fault.milliseconds : 0
    this.#onTheWay.add(effect)
    return new Promise((resolve, reject) => {
      timeline.at(this.#landing(name, stalled), async () => {
        if (!this.alive) return
        this.#onTheWay.delete(effect)
        if (fault.type === 'reject') return this.#fail(name, reject)
        const result = await effect()
        if (fault.type === 'crash-landed') return this.crash()
        timeline.at(timeline.now + this.#delay(), () => {
          if (!this.alive) return
          if (fault.type === 'reject-landed') this.#fail(name, reject)
          else resolve(result)
        })
      })
    })
  }

  /** Runs a task after these milliseconds, if the process lives that long. */
  later(milliseconds: number, task: () => void): void {
    const { timeline } = this.#parts
    timeline.at(timeline.now + milliseconds, () => {
      if (this.alive) task()
    })
  }

  /** Ends it; each call that was on its way lands or does not. */
  crash(): void {
    if (!this.alive) return
    this.alive = false
    this.#parts.log(`${this.name} died`)
    for (const effect of this.#onTheWay) if (this.#parts.chance.hit(1 / 2)) void effect()
    this.#onTheWay.clear()
    this.#parts.crashed()
  }

  #fail(name: string, reject: (error: Error) => void): void {
    this.failures += 1
    reject(new SimulatedFailure(name))
  }

  #landing(name: string, stalled: number): number {
    const moment = this.#parts.timeline.now + this.#delay() + stalled
    if (!this.#parts.ordered || FREE.has(name)) return moment
    return (this.#lastWrite = Math.max(moment, this.#lastWrite))
  }

  #delay(): number {
    return this.#parts.latency === 0 ? 0 : this.#parts.chance.below(this.#parts.latency + 1)
  }
}

const never = <Result>(): Promise<Result> => new Promise<Result>(() => undefined)
