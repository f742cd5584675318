import type { WhatsAppMessage } from '../../bot/channels/whatsapp/received.js'
import type { Chance } from './chance.js'
import type { Line, Script } from './person.js'
import type { Timeline } from './timeline.js'

interface Person {
  readonly phone: string
  readonly script: Script
  next: number
  got: number
  gotBefore: number
}

export interface PeopleParts {
  readonly timeline: Timeline
  readonly chance: Chance
  /** Hands a message to the platform. */
  readonly write: (message: WhatsAppMessage, line: Line) => void
}

const SECOND = 1_000
/** How long a person waits for an answer before she goes on, in milliseconds. */
const PATIENCE = 120_000

/** Those who write, each along her script. */
export class People {
  readonly #parts: PeopleParts
  readonly #people: readonly Person[]

  constructor(scripts: readonly Script[], parts: PeopleParts) {
    this.#parts = parts
    this.#people = scripts.map((script, index) => {
      return { phone: `316${String(10_000_000 + index)}`, script, next: 0, got: 0, gotBefore: 0 }
    })
    for (const person of this.#people) this.#goOn(person)
  }

  /** Something arrived on her phone. */
  got(phone: string | undefined): void {
    const person = this.#people.find(each => each.phone === phone)
    if (person) person.got += 1
  }

  get saidAll(): boolean {
    return this.#people.every(({ next, script }) => next >= script.length)
  }

  #goOn(person: Person): void {
    const line = person.script[person.next]
    if (!line) return
    const { timeline, chance } = this.#parts
    const { after = 0 } = line
    person.gotBefore = person.got
    if (line.when === 'together') timeline.at(timeline.now + after + chance.below(3), () => this.#write(person, line))
    else timeline.at(timeline.now + after, () => this.#whenRead(person, line, PATIENCE))
  }

  /** Looks once a second; she does not wait for ever. */
  #whenRead(person: Person, line: Line, left: number): void {
    const { timeline } = this.#parts
    const ready = person.next === 0 || person.got > person.gotBefore || left <= 0
    timeline.at(timeline.now + SECOND, () => {
      if (ready) this.#write(person, line)
      else this.#whenRead(person, line, left - SECOND)
    })
  }

  #write(person: Person, line: Line): void {
    const message: WhatsAppMessage = {
      id: `wamid.${person.phone}.${person.next}`,
      from: { phone: person.phone },
      at: Math.floor(this.#parts.timeline.now / SECOND) * SECOND,
      to: '1',
      content: line.content,
      referral: false,
    }
    person.next += 1
    this.#parts.write(message, line)
    this.#goOn(person)
  }
}
