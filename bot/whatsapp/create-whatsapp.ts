import type { Logger } from 'pino'
import type { Conversations } from '../../services/conversations/conversations.js'
import type { Counts } from '../../services/counting/counts.js'
import type { DeadLetterStore } from '../../services/dead-letters/dead-letters.js'
import type { KeyedHash } from '../../services/privacy/keyed-hash.js'
import type { Seal } from '../../services/privacy/seal.js'
import { createSender, type Sender } from '../../services/sending/sender.js'
import type { Delivered, SendingEvent } from '../../services/sending/sending.js'
import type { Clock } from '../../services/clock.js'
import { backOff } from '../channels/whatsapp/back-off.js'
import type { Deliver } from '../channels/whatsapp/deliver.js'
import type { Address, WirePayload } from '../channels/whatsapp/wire.js'
import type { RenderSources } from '../rendering/render-message.js'
import { outageAnswer } from '../turn/outage.js'
import type { TurnParts } from '../turn/turn-parts.js'
import { createAdopt } from './adopt.js'
import { createDoor, type DoorParts } from './door.js'
import { NotSent } from './not-sent.js'
import { createShape, shapeNumbered } from './shape.js'
import { createStatuses } from './statuses.js'

export interface WhatsAppParts {
  readonly turn: DoorParts['turn']
  readonly turnParts: TurnParts
  readonly conversations: Conversations
  readonly counts: Counts
  readonly deadLetters: DeadLetterStore
  readonly keyedHash: KeyedHash
  readonly seal: Seal
  readonly deliver: Deliver
  readonly renderSources: () => RenderSources
  readonly pageOf: (record: string, language: string) => string
  readonly clock: Clock
  /** At least 0 and below 1. */
  readonly chance: () => number
  readonly later: (milliseconds: number, task: () => void) => void
  readonly log: Logger
}

export interface WhatsApp {
  readonly accept: ReturnType<typeof createDoor>
  readonly sender: Sender
}

/** Ties WhatsApp's door and its sending to the turn. */
export function createWhatsApp(parts: WhatsAppParts): WhatsApp {
  const { conversations, counts, clock, deliver, keyedHash, log, seal } = parts
  const shape = createShape({
    sources: parts.renderSources,
    pageOf: parts.pageOf,
    cut: cuts => log.warn({ cuts: cuts.map(({ part, of, limit }) => ({ part, of, limit })) }, 'a text had to be cut'),
  })
  const sender = createSender<WirePayload>({
    conversations,
    channel: 'whatsapp',
    shape: shapeNumbered(shape),
    deliver: (address, key, payload) => sendSealed(seal, deliver, address, key, payload),
    backOff: (attempts, code) => backOff(attempts, code, parts.chance()),
    clock,
    later: parts.later,
    report: event => reportSending(event, parts),
  })
  const accept = createDoor({
    turn: parts.turn,
    checkDanger: parts.turnParts.checkDanger,
    keyOf: name => keyedHash.hash(name),
    close: (address, key) => seal.close(JSON.stringify(address), key),
    adopt: createAdopt(conversations),
    sayNow: async (to, messages, young) => {
      for (const payload of shape(messages, young)) await sendOrReject(deliver, to, payload)
      void counts.add({ type: 'message-sent', channel: 'whatsapp' }, clock())
    },
    send: (key, lease) =>
      void sender.send(key, lease).catch((error: unknown) => log.error({ err: error }, 'sending stopped')),
    markRead: id => void deliver.markRead(id).catch(() => undefined),
    outage: inbound => outageAnswer(inbound, parts.turnParts),
    note: createStatuses({
      counts,
      clock,
      failed: codes => log.warn({ codes }, 'the platform could not bring a message'),
    }),
    deadLetters: parts.deadLetters,
    clock,
    trouble: (error, what) => log.error({ err: error }, what),
  })
  return { accept, sender }
}

async function sendSealed(
  seal: Seal,
  deliver: Deliver,
  sealed: string,
  key: string,
  payload: WirePayload,
): Promise<Delivered> {
  const opened = seal.open(sealed, key)
  // The secret was changed twice within a day: nobody can tell any more where this was to go.
  if (opened === null) return { type: 'stop', code: 0 }
  return deliver.send(addressIn(opened), payload)
}

function addressIn(opened: string): Address {
  const address: unknown = JSON.parse(opened)
  const field = (name: string): string | undefined => {
    const value: unknown = typeof address === 'object' && address !== null ? Reflect.get(address, name) : undefined
    return typeof value === 'string' ? value : undefined
  }
  const [bsuid, phone] = [field('bsuid'), field('phone')]
  return { ...(bsuid === undefined ? {} : { bsuid }), ...(phone === undefined ? {} : { phone }) }
}

/** For what may not be kept: it goes now or not at all, and then the platform repeats her message. */
async function sendOrReject(deliver: Deliver, to: Address, payload: WirePayload): Promise<void> {
  const delivered = await deliver.send(to, payload, 'at-once')
  const arrived = delivered.type === 'sent' || delivered.type === 'stop' || delivered.type === 'window-closed'
  if (!arrived) throw new NotSent(`A message that may not be kept could not be sent (${delivered.type})`)
}

function reportSending(event: SendingEvent, { counts, clock, log }: WhatsAppParts): void {
  if (event.type === 'sent') void counts.add({ type: 'message-sent', channel: 'whatsapp' }, clock())
  else if (event.type === 'dropped') {
    for (let dropped = 0; dropped < event.messages; dropped++)
      void counts.add({ type: 'message-dropped', why: event.why }, clock())
    log.warn({ why: event.why, messages: event.messages }, 'messages were dropped')
  } else if (event.type === 'alarm') log.error({ code: event.code }, 'WhatsApp refuses to send: somebody must act')
  else log.info({ code: event.code }, 'a message is tried again')
}
