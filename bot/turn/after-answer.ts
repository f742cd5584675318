import type { Conversation, Numbered, Sending } from '../../services/conversations/conversation.js'
import type { Answer } from './answer.js'
import type { Inbound } from './inbound.js'

/** Messages kept for a client that never says what it has shown, or cannot be reached; beyond it the oldest go. */
export const MOST_WAITING = 24
/** How long the process that answered is left to send its answer before another takes over, in milliseconds. */
export const SENDING_LEASE = 60_000

/** The conversation after an answer: what waits to be shown or sent, and that the message was answered. Writes nothing. */
export function afterAnswer(before: Conversation, answer: Answer, inbound: Inbound, now: number): Conversation {
  const { messages, conversation } = answer
  // The sender takes what has one time for one answer, so two answers of the same millisecond must differ.
  const at = Math.max(now, (before.sent.at(-1)?.at ?? 0) + 1)
  const said = messages.map((message, index): Numbered => ({
    number: before.lastNumber + 1 + index,
    at,
    message,
  }))
  const waiting = inbound.replyTo !== undefined ? before.sent : unseen(before, inbound)
  const sent = answer.memoryOnly && inbound.sayNow ? [] : [...waiting, ...said].slice(-MOST_WAITING)
  return {
    ...conversation,
    answered: inbound.id ? [...before.answered, [inbound.id, inbound.at ?? now]] : before.answered,
    sent,
    sending: sent.length > 0 && inbound.replyTo !== undefined ? sendingOf(before, sent, inbound.replyTo, now) : null,
    lastNumber: before.lastNumber + messages.length,
  }
}

/** Who taps one of the options of the last message has seen what came before it. */
function unseen({ sent, lastNumber, offered }: Conversation, { content, confirmed }: Inbound): readonly Numbered[] {
  const tapped = content.type === 'option' && offered.some(({ id }) => id === content.id)
  const seen = Math.max(confirmed ?? 0, tapped ? lastNumber - 1 : 0)
  return sent.filter(({ number }) => number > seen)
}

function sendingOf(before: Conversation, sent: readonly Numbered[], address: string, now: number): Sending {
  const { sending } = before
  if (!sending) return { address, dueAt: now + SENDING_LEASE, attempts: 0, parts: 0 }
  // What begins with another message than before has had none of its parts sent.
  const parts = sent[0]?.number === before.sent[0]?.number ? sending.parts : 0
  return { ...sending, address, parts }
}
