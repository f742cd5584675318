import type { z } from 'zod'
import { Findings } from './findings.js'
import { readMessage, type Surroundings } from './read-message.js'
import { codesOf, readStatus } from './read-status.js'
import type { Received } from './received.js'
import { addressOf, readContacts } from './sender.js'
import { bodyShape, changeShape, entryShape, lacks, valueShape } from './webhook-shape.js'

/**
 * Reads a parsed webhook body: every entry, change, message and status of it, in order. Pure and total: any value at all gives
 * an answer, and what is bad in one place spoils nothing in another. `now` is in milliseconds since 1970.
 */
export function parseWebhook(body: unknown, now: number): Extract<Received, { type: 'received' }> {
  const findings = new Findings()
  const read = bodyShape.safeParse(body)
  if (!read.success) findings.noteUnread('body', 'Not a call of a WhatsApp Business account')
  else each(read.data.entry, 'entry', (entry, path) => readEntry(entry, path, now, findings))
  return findings.result()
}

function readEntry(given: unknown, path: string, now: number, findings: Findings): void {
  const read = lacks(given, 'changes') === undefined ? entryShape.safeParse(given) : undefined
  if (!read?.success) return findings.noteUnread(path, 'Not of the shape of an entry')
  each(read.data.changes, `${path}.changes`, (change, at) => readChange(change, at, now, findings))
}

function readChange(given: unknown, path: string, now: number, findings: Findings): void {
  const read = lacks(given, 'field') === undefined ? changeShape.safeParse(given) : undefined
  if (!read?.success) return findings.noteUnread(path, 'Not of the shape of a change')
  // Account alerts, echoes of the phone app, template reviews: nothing that a resident said
  if (read.data.field !== 'messages') return findings.ignore()
  const value = valueShape.safeParse(read.data.value)
  if (!value.success) return findings.noteUnread(`${path}.value`, 'Not of the shape of a value')
  readValue(value.data, `${path}.value`, now, findings)
}

function readValue(value: z.infer<typeof valueShape>, path: string, now: number, findings: Findings): void {
  const list = (given: unknown, name: string) => listOf(given, `${path}.${name}`, findings)
  const messages = list(value.messages, 'messages')
  const statuses = list(value.statuses, 'statuses')
  const errors = list(value.errors, 'errors')
  const echoes = list(value.message_echoes, 'message_echoes')
  const contacts = readContacts(value.contacts ?? [])
  const around: Surroundings = {
    contacts,
    to: value.metadata?.phone_number_id,
    own: addressOf(value.metadata?.display_phone_number?.replace(/\D/g, '')),
    alone: messages.length === 1,
    now,
  }
  each(messages, `${path}.messages`, (message, at) => findings.add(readMessage(message, around), at))
  each(statuses, `${path}.statuses`, (status, at) => findings.add(readStatus(status, contacts, now), at))
  each(errors, `${path}.errors`, (error, at) => findings.noteUnread(at, reported(error)))
  echoes.forEach(() => findings.ignore())
  if (messages.length + statuses.length + errors.length + echoes.length === 0) findings.ignore()
}

/** Absent and null are an empty list; anything else that is none is noted. */
function listOf(given: unknown, path: string, findings: Findings): readonly unknown[] {
  if (Array.isArray(given)) return given
  if (given != null) findings.noteUnread(path, 'Not a list')
  return []
}

const reported = (error: unknown): string =>
  ['The platform reported error', ...codesOf([error]), 'without a code'].slice(0, 2).join(' ')

function each(items: readonly unknown[], path: string, read: (item: unknown, path: string) => void): void {
  items.forEach((item, index) => read(item, `${path}[${index}]`))
}
