import type { Conversation, Numbered } from '../../services/conversations/conversation.js'
import { MOST_WAITING } from '../../bot/turn/after-answer.js'
import type { Machine } from './machine.js'

/** What was seen in a run that is neither right nor wrong by itself. */
export interface Tally {
  crashes: number
  /** Answers that a turn wrote down, and answers that were said at once. */
  turns: number
  said: number
  /** The same part or the same answer twice, where a death, an unheard acceptance or a failed write allows it. */
  sentTwiceAfterCrash: number
  sentTwiceUnheard: number
  sentTwiceAfterFailure: number
  saidAgain: number
  /** Erased before they were sent, because of a wipe, danger or a minor. */
  setAside: number
  /** The platform said that they will never arrive, or more waited than is kept. */
  dropped: number
  /** Acknowledged after five failures, with a dead letter. */
  givenUp: number
  outages: number
  /** Danger was answered and the store failed to erase. */
  keptAfterFailure: number
}

export const newTally = (): Tally => ({
  crashes: 0,
  turns: 0,
  said: 0,
  sentTwiceAfterCrash: 0,
  sentTwiceUnheard: 0,
  sentTwiceAfterFailure: 0,
  saidAgain: 0,
  setAside: 0,
  dropped: 0,
  givenUp: 0,
  outages: 0,
  keptAfterFailure: 0,
})

/** Who did something, and how much had failed there by then. */
interface Deed {
  readonly machine: Machine
  readonly failures: number
  readonly unheard: boolean
}

interface Entry {
  /** Place among all that ever stood in a record. */
  readonly place: number
  complete: boolean
  gone: boolean
}

export interface Unit {
  readonly key: string
  readonly messages: readonly Numbered[]
  readonly part: number
  /** Parts that these messages make. */
  readonly parts: number
}

/** Stands outside of all processes, sees what lands on the disk and what residents get, and says what may not be. */
export class Witness {
  readonly violations: string[] = []
  readonly tally = newTally()
  readonly #entries = new Map<string, Entry>()
  readonly #accepted = new Map<string, Deed>()
  readonly #furthest = new Map<string, number>()
  readonly #answers = new Map<string, Deed | 'in-a-turn'>()
  readonly #created = new Map<string, number>()
  readonly #languages = new Map<string, number>()
  readonly #hopeless = new Set<string>()
  #places = 0

  violation(what: string): void {
    this.violations.push(what)
  }

  isAnswered(id: string): boolean {
    return this.#answers.has(id)
  }

  /** A record landed on the disk. */
  committed(before: Conversation | null, after: Conversation, now: number): void {
    const { key } = after
    if (!before) this.#created.set(key, now)
    const known = new Set(before?.answered.map(([id]) => id))
    const ids = after.answered.map(([id]) => id).filter(id => !known.has(id))
    const stood = new Set(before?.sent.map(each => nameOf(key, each)))
    const added = after.sent.filter(each => !stood.has(nameOf(key, each)))
    this.tally.turns += ids.length
    for (const id of ids) this.#answered(id, 'in-a-turn')
    for (const each of added) {
      this.#places += 1
      this.#entries.set(nameOf(key, each), { place: this.#places, complete: false, gone: false })
    }
    const stands = new Set(after.sent.map(each => nameOf(key, each)))
    for (const each of before?.sent ?? []) {
      const name = nameOf(key, each)
      if (!stands.has(name)) this.#left(name, after)
    }
  }

  rememberedLanguage(key: string, now: number): void {
    this.#languages.set(key, now)
  }

  /** A record was erased from the disk: by a wipe or danger, or because it expired, and then nothing may wait in it. */
  erased(record: Conversation | null, expired: boolean): void {
    for (const each of record?.sent ?? []) {
      const entry = this.#entries.get(nameOf(record?.key ?? '', each))
      if (!entry) continue
      entry.gone = true
      if (entry.complete) continue
      if (expired) this.violation('lost: an answer expired before it was sent')
      else this.tally.setAside += 1
    }
  }

  /** The platform took a part that was sent from the record. `unheard`: its answer did not come back. */
  accepted(unit: Unit, machine: Machine, unheard: boolean): void {
    const { key, messages, part, parts } = unit
    const [first] = messages
    const entry = first && this.#entries.get(nameOf(key, first))
    if (!first || !entry) return this.violation('something was sent that never stood in a record')
    const name = `${messages.map(each => nameOf(key, each)).join('+')} part ${part}`
    const before = this.#accepted.get(name)
    if (before) this.#sentTwice(name, before)
    this.#accepted.set(name, { machine, failures: machine.failures, unheard })
    const place = entry.place * PARTS + part
    const furthest = this.#furthest.get(key) ?? 0
    if (place < furthest) this.violation(`out of order: ${name} was sent after something later`)
    this.#furthest.set(key, Math.max(place, furthest))
    if (part === parts - 1) for (const each of messages) this.#complete(nameOf(key, each))
  }

  /** The platform said that nothing of what waits here will arrive. */
  hopeless(key: string): void {
    this.#hopeless.add(key)
  }

  /** An answer of which nothing is kept was said to the end. */
  saidNow(id: string, machine: Machine, unheard: boolean): void {
    this.tally.said += 1
    this.#answered(id, { machine, failures: machine.failures, unheard })
  }

  /** Nothing may stand on the disk but what began after that moment. */
  keptNothing(key: string, record: Conversation | null, hasLanguage: boolean, said: number, failed: boolean): void {
    const keptRecord = record !== null && (this.#created.get(key) ?? 0) < said
    const keptLanguage = hasLanguage && (this.#languages.get(key) ?? 0) < said
    if (!keptRecord && !keptLanguage) return
    if (failed) this.tally.keptAfterFailure += 1
    else this.violation(`a ${keptRecord ? 'record' : 'language'} stands after danger, a wipe or a minor`)
  }

  #answered(id: string, deed: Deed | 'in-a-turn'): void {
    const before = this.#answers.get(id)
    this.#answers.set(id, deed)
    if (before === undefined) return
    if (before === 'in-a-turn') return this.violation(`answered twice: ${id}`)
    const excused = !before.machine.alive || before.machine.failures > before.failures || before.unheard
    if (excused) this.tally.saidAgain += 1
    else this.violation(`answered twice: ${id} was said and then answered again`)
  }

  #sentTwice(name: string, { machine, failures, unheard }: Deed): void {
    if (unheard) this.tally.sentTwiceUnheard += 1
    else if (!machine.alive) this.tally.sentTwiceAfterCrash += 1
    else if (machine.failures > failures) this.tally.sentTwiceAfterFailure += 1
    else this.violation(`sent twice without a reason: ${name}`)
  }

  #complete(name: string): void {
    const entry = this.#entries.get(name)
    if (entry) entry.complete = true
  }

  #left(name: string, after: Conversation): void {
    const entry = this.#entries.get(name)
    if (!entry || entry.gone) return
    entry.gone = true
    if (entry.complete) return
    if (this.#hopeless.has(after.key) || after.sent.length === MOST_WAITING) this.tally.dropped += 1
    else this.violation(`lost: ${name} left the record and was not sent`)
  }

  /** At the end nothing waits. */
  atRest(): void {
    for (const [name, { gone }] of this.#entries) if (!gone) this.violation(`lost: ${name} still waits at the end`)
  }
}

/** More parts than any message has. */
const PARTS = 100
const nameOf = (key: string, { at, number }: Numbered): string => `${key.slice(0, 8)} ${number} of ${at}`
