import type { NumberChange, WhatsAppMessage } from './received.js'
import { readContent } from './read-content.js'
import { readTime } from './read-time.js'
import { addressOf, isKnown, type Contacts } from './sender.js'
import { lacks, messageShape, systemShape } from './webhook-shape.js'
import type { Address } from './wire.js'

/** What one element of `messages` came to. `at` is a path within it. */
export type MessageRead =
  | { readonly type: 'message'; readonly message: WhatsAppMessage; readonly unread?: string }
  | { readonly type: 'number-change'; readonly change: NumberChange }
  | { readonly type: 'ignored' }
  | { readonly type: 'unread'; readonly at: string; readonly why: string }

/** What stands around a message in its payload. */
export interface Surroundings {
  readonly contacts: Contacts
  /** Our number's id; undefined where the payload does not say. */
  readonly to: string | undefined
  /** Our own number: what comes from it is our own echo and is never answered. */
  readonly own: Address
  /** The payload holds no other message. */
  readonly alone: boolean
  readonly now: number
}

/** A reaction and a deleted message need no answer. */
const UNANSWERED: ReadonlySet<string> = new Set(['reaction', 'revoke'])
const NUMBER_CHANGES: ReadonlySet<string> = new Set([
  'user_changed_number',
  'customer_changed_number',
  'user_changed_user_id',
])

/** Reads one message. Total: any value gets one of the answers, and none throws. */
export function readMessage(given: unknown, around: Surroundings): MessageRead {
  const missing = lacks(given, 'id', 'timestamp')
  if (missing !== undefined) return unread(missing, 'Not of the shape of a message')
  const read = messageShape.safeParse(given)
  if (!read.success) return unread(String(read.error.issues[0]?.path[0] ?? ''), 'Not of the shape of a message')
  const { id, timestamp, type = 'unknown', group_id: group, referral } = read.data
  if (group != null || UNANSWERED.has(type)) return { type: 'ignored' }
  const named = addressOf(read.data.from_user_id, read.data.from)
  if (type === 'system') return readNumberChange(given, named)
  const from = senderOf(named, around)
  if (from.phone !== undefined && from.phone === around.own.phone) return { type: 'ignored' }
  const at = readTime(timestamp, around.now)
  if (at === null) return unread('timestamp', 'Not a time of a message')
  if (!isKnown(from)) return unread('from', 'Nobody to answer')
  if (around.to === undefined) return unread('', 'The payload does not say which number was written to')
  const content = readContent(type, given)
  const message = { id, from, at, to: around.to, content: content ?? UNREADABLE, referral: referral != null }
  return { type: 'message', message, ...(content === null && { unread: 'Content of another shape than its type has' }) }
}

/** Answered like a picture: whoever wrote something hears something. */
const UNREADABLE = { type: 'attachment', kind: 'unreadable' } as const

/** A message that names nobody is of the payload's one person, provided that it is the payload's one message. */
function senderOf(named: Address, { contacts, alone }: Surroundings): Address {
  if (isKnown(named)) return contacts.complete(named)
  return alone ? contacts.only : {}
}

function readNumberChange(given: unknown, named: Address): MessageRead {
  const system = systemShape.safeParse(given).data?.system
  if (system === undefined) return unread('system', 'Not of the shape of a system message')
  if (!NUMBER_CHANGES.has(system.type ?? '')) return { type: 'ignored' }
  const to = addressOf(system.user_id, system.wa_id ?? system.new_wa_id)
  const before = addressOf(system.previous_user_id, named.bsuid === to.bsuid ? undefined : named.bsuid, named.phone)
  if (!isKnown(before) || !isKnown(to)) return unread('system', 'A number change without both ends')
  return { type: 'number-change', change: { from: before, to } }
}

const unread = (at: string, why: string): MessageRead => ({ type: 'unread', at, why })
