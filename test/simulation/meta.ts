import { outcomeOf, RETRY_AFTER_MS, type Delivered } from '../../bot/channels/whatsapp/outcome-of.js'
import type { Received, WhatsAppMessage } from '../../bot/channels/whatsapp/received.js'
import type { Address, WirePayload } from '../../bot/channels/whatsapp/wire.js'
import { MOST_FAILURES } from '../../bot/whatsapp/answering.js'
import type { Chance } from './chance.js'
import type { Disk } from './disk.js'
import { hashOf } from './hash-of.js'
import type { Machine } from './machine.js'
import type { Moods } from './moods.js'
import { People } from './people.js'
import type { Script } from './person.js'
import type { Timeline } from './timeline.js'
import type { Unit, Witness } from './witness.js'

/** For what a message is sent. */
export type Purpose =
  | { readonly type: 'record'; readonly unit: Unit }
  | { readonly type: 'said'; readonly key: string; readonly id: string }
  | { readonly type: 'outage' }

/** How long the platform waits for our answer, in milliseconds. */
const PATIENCE = 15_000
const SECOND = 1_000
/** What it refuses with for a while. */
const CODES = [130_429, 131_056, 80_007, 131_048, 131_057, 190, 500] as const

interface Webhook {
  readonly messages: readonly WhatsAppMessage[]
  tries: number
  acknowledged: boolean
}

/** A process, as the platform sees it. */
interface Reachable {
  readonly machine: Machine
  readonly accept: (received: Extract<Received, { type: 'received' }>) => Promise<'accepted' | 'not-accepted'>
}

export interface MetaParts {
  readonly timeline: Timeline
  readonly chance: Chance
  readonly moods: () => Moods
  readonly disk: Disk
  readonly witness: Witness
  readonly log: (line: string) => void
  readonly processes: () => readonly Reachable[]
}

/** The platform and the people behind it. */
export class Meta {
  readonly #parts: MetaParts
  readonly #people: People
  readonly #webhooks: Webhook[] = []
  readonly #sent: WhatsAppMessage[] = []
  readonly #unheard = new Set<string>()
  readonly #keepsNothing = new Map<string, { key: string; at: number; machine: Machine; failures: number }>()

  constructor(parts: MetaParts, scripts: readonly Script[]) {
    this.#parts = parts
    const { timeline, chance, log } = parts
    this.#people = new People(scripts, {
      timeline,
      chance,
      write: (message, { heldFor = 0, again = [] }) => {
        this.#sent.push(message)
        log(`she writes ${message.id} ${JSON.stringify(message.content)}`)
        for (const after of [heldFor, ...again]) this.#bring([message], after)
      },
    })
  }

  get written(): number {
    return this.#sent.length
  }

  get brought(): number {
    return this.#webhooks.length
  }

  wasUnheard(id: string): boolean {
    return this.#unheard.has(id)
  }

  /** After this message nothing of its conversation may stand on the disk. */
  keepsNothing(id: string, key: string, machine: Machine): void {
    this.#keepsNothing.set(id, { key, at: this.#parts.timeline.now, machine, failures: machine.failures })
  }

  /** Its end of sending one message: what it does, and what we hear of it. */
  send(to: Address, _payload: WirePayload, purpose: Purpose, machine: Machine): Delivered {
    const { chance, witness, log } = this.#parts
    const moods = this.#parts.moods()
    if (chance.hit(moods.refuses)) return refusal(chance.pick(CODES))
    if (chance.hit(moods.unreached)) return unreachable
    if (purpose.type === 'record' && chance.hit(moods.hopeless)) {
      witness.hopeless(purpose.unit.key)
      return refusal(chance.pick([131_026, 131_047]))
    }
    const unheard = chance.hit(moods.unheard)
    log(`  arrived: ${purpose.type === 'record' ? `part ${purpose.unit.part} of ${purpose.unit.parts}` : purpose.type}`)
    if (purpose.type === 'record') witness.accepted(purpose.unit, machine, unheard)
    else if (purpose.type === 'outage') witness.tally.outages += 1
    else if (unheard) this.#unheard.add(purpose.id)
    this.#people.got(to.phone)
    return unheard ? unreachable : outcomeOf({ status: 200, code: null, id: 'wamid.simulated', retryAfter: null })
  }

  /** Brings everything once more that it ever brought; whoever is answered has nothing to say to it. */
  repeatAll(): void {
    for (const message of this.#sent) this.#bring([message], this.#parts.chance.below(5 * SECOND))
  }

  /** What was acknowledged and never answered; and what stands on the disk that should not. */
  atRest(): void {
    const { witness } = this.#parts
    for (const { acknowledged } of this.#webhooks)
      if (!acknowledged) witness.violation('lost: a message was never acknowledged')
    if (!this.#people.saidAll) witness.violation('somebody did not come to the end of what she had to say')
    for (const id of this.#keepsNothing.keys()) this.#checkNothingKept(id)
  }

  #bring(messages: readonly WhatsAppMessage[], after: number): void {
    const { timeline, chance } = this.#parts
    const webhook: Webhook = { messages, tries: 0, acknowledged: false }
    this.#webhooks.push(webhook)
    const slow = this.#parts.moods().slow
    timeline.at(timeline.now + after + (slow > 0 ? chance.below(slow) : 0), () => this.#post(webhook))
  }

  #post(webhook: Webhook): void {
    const { timeline, chance, log } = this.#parts
    if (webhook.acknowledged) return
    webhook.tries += 1
    const processes = this.#parts.processes()
    const wait = Math.min(2 ** webhook.tries * SECOND, 3_600 * SECOND)
    const again = (after: number) => timeline.at(timeline.now + after + chance.below(SECOND), () => this.#post(webhook))
    if (processes.length === 0) return again(wait)
    const process = chance.pick(processes)
    const { machine } = process
    let answered = false
    const { messages } = webhook
    log(`webhook ${messages.map(({ id }) => id).join(' ')} to ${machine.name}, try ${webhook.tries}`)
    void process.accept({ type: 'received', messages, statuses: [], numberChanges: [], unread: [], ignored: 0 }).then(
      outcome =>
        machine.call('acknowledge', () => {
          if (chance.hit(this.#parts.moods().missesAck)) return
          answered = true
          if (outcome === 'accepted') this.#acknowledged(webhook)
          else again(wait)
        }),
      () => again(wait),
    )
    timeline.at(timeline.now + PATIENCE, () => {
      if (!answered && !webhook.acknowledged) again(wait)
    })
  }

  #acknowledged(webhook: Webhook): void {
    const { chance, witness, moods, log } = this.#parts
    webhook.acknowledged = true
    for (const message of webhook.messages) {
      log(`acknowledged ${message.id}`)
      const id = hashOf(message.id)
      if (!witness.isAnswered(id)) this.#unanswered(message)
      if (this.#keepsNothing.has(id)) this.#checkNothingKept(id)
      if (chance.hit(moods().repeats)) this.#bring([message], chance.below(30 * 60 * SECOND))
    }
  }

  /** Only what failed so often that it was let go may be acknowledged without an answer. */
  #unanswered({ id }: WhatsAppMessage): void {
    const { witness, disk } = this.#parts
    if (disk.failures(hashOf(id)) >= MOST_FAILURES) witness.tally.givenUp += 1
    else witness.violation(`lost: ${id} was acknowledged and is not answered`)
  }

  #checkNothingKept(id: string): void {
    const { disk, witness } = this.#parts
    const noted = this.#keepsNothing.get(id)
    if (!noted) return
    const { key, at, machine, failures } = noted
    const failed = !machine.alive || machine.failures > failures
    witness.keptNothing(key, disk.record(key), disk.hasLanguage(key), at, failed)
  }
}

const unreachable: Delivered = { type: 'retry', after: RETRY_AFTER_MS, code: null, held: false }

const refusal = (code: number): Delivered =>
  code < 1_000 && code !== 190
    ? outcomeOf({ status: code, code: null, id: null, retryAfter: null })
    : outcomeOf({ status: 400, code, id: null, retryAfter: null })
