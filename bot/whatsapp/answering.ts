import type { Clock } from '../../services/clock.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import type { DeadLetterStore } from '../../services/dead-letters/dead-letters.js'
import type { Inbound } from '../turn/inbound.js'
import type { Turned } from '../turn/turn.js'
import { markLate } from './late.js'
import { NotSent } from './not-sent.js'

/** After so many failures the message itself is the trouble: it is acknowledged, so that the platform stops repeating it. */
export const MOST_FAILURES = 5

export interface AnsweringParts {
  readonly turn: (inbounds: readonly Inbound[]) => Promise<readonly Turned[]>
  /** Begins to send what the turn left in the record, by the lease that it took or by one from before; does not wait for it. */
  readonly send: (key: string, lease: number | undefined) => void
  readonly outage: (inbound: Inbound) => readonly Outbound[]
  readonly deadLetters: DeadLetterStore
  readonly clock: Clock
  /** Told of every failure; the error holds nothing of a resident. */
  readonly trouble: (error: unknown, what: string) => void
}

/** `failed`: nothing of it is safe, and the platform must send it again. */
export type Outcome = 'answered' | 'failed'

export interface Heard {
  readonly inbound: Inbound
  readonly danger: boolean
}

/** Answers messages of one conversation that came together, in their order; one outcome each. Never rejects. */
export function createAnswering(parts: AnsweringParts): (items: readonly Heard[]) => Promise<readonly Outcome[]> {
  const told = createTold(parts.clock)

  /** Danger first and alone, so that nothing that fails beside it can hold it up. */
  return async function answerAll(items) {
    const outcomes: Outcome[] = []
    for (const { inbound } of items.filter(({ danger }) => danger)) outcomes.push(await answer([inbound]))
    const others = items.filter(({ danger }) => !danger).map(({ inbound }) => inbound)
    const rest = markLate(others, parts.clock())
    if (rest.length === 0) return outcomes
    const together = await answer(rest)
    // One bad message must not take its neighbours with it.
    if (together === 'failed' && rest.length > 1) for (const one of rest) outcomes.push(await answer([one]))
    else outcomes.push(...rest.map(() => together))
    return outcomes
  }

  async function answer(inbounds: readonly Inbound[]): Promise<Outcome> {
    const [first] = inbounds
    if (!first) return 'answered'
    try {
      const turned = await parts.turn(inbounds)
      if (turned.some(({ kept, messages }) => kept === 'on-disk' && messages.length > 0)) {
        parts.send(first.key, turned.find(({ lease }) => lease !== undefined)?.lease)
      }
      return 'answered'
    } catch (error) {
      parts.trouble(error, 'a message was not answered')
      return inbounds.length > 1 ? 'failed' : failed(first, error, told, parts)
    }
  }
}

/** A person all the same, once in a while; and after some failures the message is let go. */
async function failed(
  inbound: Inbound,
  error: unknown,
  told: (key: string) => boolean,
  parts: AnsweringParts,
): Promise<Outcome> {
  const { deadLetters, outage, clock, trouble } = parts
  if (error instanceof NotSent) return 'failed'
  if (told(inbound.key)) {
    const said = inbound.sayNow?.(outage(inbound), false)
    await said?.catch((reason: unknown) => trouble(reason, 'the word of an outage did not go'))
  }
  if (inbound.id === undefined) return 'failed'
  const name = error instanceof Error ? error.name : typeof error
  const times = await deadLetters.note({ id: inbound.id, step: 'turn', error: name, at: clock() }).catch(() => 0)
  return times >= MOST_FAILURES ? 'answered' : 'failed'
}

/** How long nobody is told again that something is wrong, in milliseconds: the platform repeats within seconds. */
const TOLD_FOR = 600_000
const MOST_TOLD = 10_000

/** Whether somebody may be told (again), each time once. */
function createTold(clock: Clock): (key: string) => boolean {
  const until = new Map<string, number>()
  return key => {
    if ((until.get(key) ?? 0) > clock()) return false
    if (until.size >= MOST_TOLD) until.clear()
    until.set(key, clock() + TOLD_FOR)
    return true
  }
}
