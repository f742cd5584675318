import type { Agent } from 'node:http'
import { z } from 'zod'
import type { Clock } from '../../../services/clock.js'
import { createNumberRate } from './number-rate.js'
import { metaCode, outcomeOf, RETRY_AFTER_MS, type Answer, type Delivered } from './outcome-of.js'
import { createPairRate } from './pair-rate.js'
import { createPostJson, type Posted } from './post-json.js'
import type { Address, WirePayload } from './wire.js'

export interface DeliverParts {
  /** `API_HOST`, or where the emulator listens. */
  readonly host: string
  /** `API_VERSION`. */
  readonly version: string
  readonly token: string
  /** Id of our number at Meta, which is not the number itself. */
  readonly number: string
  readonly clock: Clock
  /** Messages a second of our number. */
  readonly perSecond?: number
  /** Waits these milliseconds; handed in where time is not the machine's. */
  readonly wait?: (ms: number) => Promise<void>
  readonly agent?: Agent
  readonly timeoutMs?: number
}

export interface Deliver {
  /**
   * Sends one message, once. Never rejects for what happens outside, and nothing it returns holds the token, the address or
   * the message.
   *
   * At least once: when the time is over, the connection breaks or the answer cannot be read after the message was written,
   * Meta may have accepted it all the same. That is a `retry`, so a resident may then read a message twice; the other choice
   * is that she waits for one that never comes.
   *
   * `at-once` goes past our own pace, for what cannot be sent later: an answer to danger is never held back (P2).
   */
  send(to: Address, payload: WirePayload, pace?: 'in-turn' | 'at-once'): Promise<Delivered>
  /** Shows her that her message was read; without typing dots, since nobody types. Best effort: a failure is not told. */
  markRead(messageId: string): Promise<void>
}

const accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1).max(512) })).min(1) })
const refused = z.object({ error: z.object({ code: z.number().int() }) })

/** The sending half of the channel. Keeps connections open and keeps to Meta's pace, both in memory. */
export function createDeliver(parts: DeliverParts): Deliver {
  const { clock, perSecond, wait = later } = parts
  const pairRate = createPairRate(clock)
  const numberRate = createNumberRate(clock, perSecond)
  const post = createPostJson(parts)
  const path = `/${encodeURIComponent(parts.version)}/${encodeURIComponent(parts.number)}/messages`

  return {
    async send(to, payload, pace = 'in-turn') {
      const address = addressOf(to)
      if (!address) return { type: 'stop', code: metaCode.undeliverable }
      const place = numberRate.book()
      const early = place.type === 'full' ? place.after : pairRate.take(to)
      if (pace === 'in-turn') {
        if (early > 0) return held(early)
        if (place.type !== 'full' && place.wait > 0) await wait(place.wait)
      }
      const posted = await post(path, {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        ...address,
        ...payload,
      })
      const outcome = outcomeOfPosted(posted)
      if (outcome.type === 'retry' && outcome.code === metaCode.pairRate) pairRate.spend(to)
      return outcome
    },
    async markRead(messageId) {
      await post(path, { messaging_product: 'whatsapp', status: 'read', message_id: messageId })
    },
  }
}

/** The business-scoped id where it is known: a phone number may belong to somebody else tomorrow (N5). */
function addressOf({ bsuid, phone }: Address): { recipient: string } | { to: string } | null {
  if (bsuid) return { recipient: bsuid }
  return phone ? { to: phone } : null
}

function outcomeOfPosted(posted: Posted): Delivered {
  if (posted.type === 'unreachable') return { type: 'retry', after: RETRY_AFTER_MS, code: null, held: false }
  return outcomeOf({ status: posted.status, retryAfter: posted.retryAfter, ...readBody(posted.body) })
}

function readBody(body: string): Pick<Answer, 'code' | 'id'> {
  const json = parse(body)
  return {
    code: refused.safeParse(json).data?.error.code ?? null,
    id: accepted.safeParse(json).data?.messages[0]?.id ?? null,
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const held = (after: number): Delivered => ({ type: 'retry', after, code: null, held: true })

const later = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
