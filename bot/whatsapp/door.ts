import { createInOrder } from '../../services/conversations/in-order.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import type { Danger } from '../../services/safety/danger.js'
import type { Address } from '../channels/whatsapp/wire.js'
import type { Received, WhatsAppMessage, WhatsAppStatus } from '../channels/whatsapp/received.js'
import type { Inbound } from '../turn/inbound.js'
import { createAnswering, type AnsweringParts, type Heard, type Outcome } from './answering.js'
import { contentOf, nameOf } from './inbound-of.js'

export interface DoorParts extends AnsweringParts {
  readonly checkDanger: (text: string) => Danger
  readonly keyOf: (name: string) => string
  readonly close: (address: Address, key: string) => string
  /** Moves what is kept under the number to the business-scoped id, when one payload told both (N5). */
  readonly adopt: (number: string, key: string) => Promise<void>
  /** Sends messages at once, without keeping them; rejects when they did not go. */
  readonly sayNow: (to: Address, messages: readonly Outbound[], young: boolean) => Promise<void>
  readonly markRead: (id: string) => void
  readonly note: (status: WhatsAppStatus) => void
}

/** What a webhook call led to: everything in it is safe or answered, or the platform is to send it again. */
export type Accepted = 'accepted' | 'not-accepted'

/** WhatsApp's way in: each message is answered durably before it is acknowledged, each conversation in order. */
export function createDoor(parts: DoorParts): (received: Extract<Received, { type: 'received' }>) => Promise<Accepted> {
  const { clock, trouble, deadLetters, keyOf } = parts
  const answerAll = createAnswering(parts)
  const inOrder = createInOrder<Heard, Outcome>(
    (_key, items) => answerAll(items),
    (a, b) => Number(b.danger) - Number(a.danger) || (a.inbound.at ?? 0) - (b.inbound.at ?? 0),
  )

  async function accept(message: WhatsAppMessage): Promise<Outcome> {
    const { from } = message
    const key = keyOf(nameOf(from))
    if (from.bsuid !== undefined && from.phone !== undefined) await adopted(from.phone, key)
    const outcome = await inOrder(key, heard(message, key, parts))
    if (outcome === 'answered') parts.markRead(message.id)
    return outcome
  }

  const adopted = (phone: string, key: string): Promise<void> =>
    parts
      .adopt(keyOf(nameOf({ phone })), key)
      .catch((error: unknown) => trouble(error, 'a conversation was not carried over to a new id'))

  return async ({ messages, statuses, unread }) => {
    for (const status of statuses) parts.note(status)
    for (const { path, why } of unread) {
      const letter = { id: keyOf(`${path} ${why}`), step: 'parse', error: why, at: clock() } as const
      await deadLetters.note(letter).catch((error: unknown) => trouble(error, 'a dead letter was not kept'))
    }
    const outcomes = await Promise.all(messages.map(accept))
    return outcomes.every(outcome => outcome === 'answered') ? 'accepted' : 'not-accepted'
  }
}

/** The message for the turn, with its ways back to her. */
function heard(message: WhatsAppMessage, key: string, { checkDanger, keyOf, close, sayNow }: DoorParts): Heard {
  const { from, id, at } = message
  const isDanger = (text: string) => checkDanger(text).type === 'danger'
  const content = contentOf(message, isDanger)
  const inbound: Inbound = {
    key,
    channel: 'whatsapp',
    id: keyOf(id),
    content,
    at,
    proposedLanguage: null,
    opened: false,
    replyTo: close(from, key),
    sayNow: (messages, young) => sayNow(from, messages, young),
  }
  return { inbound, danger: content.type === 'text' && isDanger(content.text) }
}
