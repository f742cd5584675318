import type { Conversation, Numbered } from '../conversations/conversation.js'

/** The messages that are sent as one: those of the first turn that waits. */
export function unitOf({ sent }: Conversation): readonly Numbered[] {
  const [first] = sent
  if (!first) return []
  const end = sent.findIndex(({ at }) => at !== first.at)
  return end === -1 ? sent : sent.slice(0, end)
}

/** One part more has gone; with the last one its messages leave the record, and with the last of these the address. */
export function afterPart(conversation: Conversation, count: number, dueAt: number): Conversation {
  const { sending } = conversation
  if (!sending) return conversation
  const gone = sending.parts + 1
  if (gone < count) return { ...conversation, sending: { ...sending, parts: gone, attempts: 0, dueAt } }
  const sent = conversation.sent.slice(unitOf(conversation).length)
  return { ...conversation, sent, sending: sent.length > 0 ? { ...sending, parts: 0, attempts: 0, dueAt } : null }
}

/** It waits until then. An attempt that was not made, to keep the platform's pace, is not counted. */
export function afterFailure(conversation: Conversation, counted: boolean, dueAt: number): Conversation {
  const { sending } = conversation
  if (!sending) return conversation
  return { ...conversation, sending: { ...sending, attempts: sending.attempts + Number(counted), dueAt } }
}

/** Nothing that waits here will be sent. */
export const dropped = (conversation: Conversation): Conversation => ({ ...conversation, sent: [], sending: null })
