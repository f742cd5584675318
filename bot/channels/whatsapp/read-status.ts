import type { WhatsAppStatus } from './received.js'
import { readTime } from './read-time.js'
import { addressOf, type Contacts } from './sender.js'
import { errorShape, lacks, statusShape } from './webhook-shape.js'

export type StatusRead =
  | { readonly type: 'status'; readonly status: WhatsAppStatus }
  | { readonly type: 'ignored' }
  | { readonly type: 'unread'; readonly at: string; readonly why: string }

/** Reads one status. Total: any value gets one of the answers, and none throws. Those of groups are not ours. */
export function readStatus(given: unknown, contacts: Contacts, now: number): StatusRead {
  const missing = lacks(given, 'id', 'status', 'timestamp')
  if (missing !== undefined) return unread(missing)
  const read = statusShape.safeParse(given)
  if (!read.success) return unread(String(read.error.issues[0]?.path[0] ?? ''))
  const { id, status, timestamp, errors, recipient_type: kind } = read.data
  if (kind === 'group') return { type: 'ignored' }
  const at = readTime(timestamp, now)
  if (at === null) return unread('timestamp')
  const to = contacts.complete(addressOf(read.data.recipient_user_id, read.data.recipient_id))
  return { type: 'status', status: { id, status, at, to, codes: status === 'failed' ? codesOf(errors ?? []) : [] } }
}

/** The codes that can be read; a bad error spoils no other. */
export function codesOf(errors: readonly unknown[]): readonly number[] {
  const coded = errors.filter(error => lacks(error, 'code') === undefined)
  return coded.map(error => errorShape.safeParse(error).data?.code).filter(code => code !== undefined)
}

const unread = (at: string): StatusRead => ({ type: 'unread', at, why: 'Not of the shape of a status' })
