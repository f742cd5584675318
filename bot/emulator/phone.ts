import type { Clock } from '../../services/clock.js'
import { graphError, statusError } from './graph-error.js'
import { keyOf, type Identity } from './identity.js'
import type { Content } from './message-schema.js'
import { createScreen, type Screen } from './screen.js'
import type { WebhookCalls } from './webhook-calls.js'
import { messageValue, statusValue, wholeSeconds, type OwnNumber, type StatusName } from './webhook-value.js'

export interface PhoneParts {
  readonly own: OwnNumber
  readonly identity: Identity
  readonly calls: Pick<WebhookCalls, 'tell'>
  readonly clock: Clock
  readonly newId: () => string
  /** Statuses that follow by themselves when a message arrives. */
  readonly statuses: readonly StatusName[]
  /** Messages kept for the screen. */
  readonly most: number
  /** Told of each message of hers. */
  readonly wrote: (id: string) => void
}

/** What one person's WhatsApp holds, and Meta's part between it and the webhook. */
export interface Phone extends Pick<Screen, 'messages' | 'onChange'> {
  readonly own: OwnNumber
  /** When she wrote last, in milliseconds since 1970; null when she never did. */
  readonly wroteAt: number | null
  /** She sends a message in Meta's words; answers its id. */
  send(message: object): string
  /** Her last message is told once more. */
  repeat(): void
  /** She reads what she has not read. */
  look(): void
  /** A message of the bot arrives; `failure` is Meta's code when it will not. */
  receive(id: string, content: Content, failure: number | null): void
  /** The bot says that it read this message of hers. */
  markRead(id: string): void
}

export function createPhone(parts: PhoneParts): Phone {
  const { own, identity, calls, clock, newId } = parts
  const about = keyOf(identity)
  const { messages, add, setStatus, onChange } = createScreen(parts.most)
  let wroteAt: number | null = null
  let last: object | null = null

  function tellStatus(id: string, status: StatusName, errors?: readonly object[]): void {
    setStatus(id, status)
    const facts = { id, status, at: clock(), ...(errors ? { errors } : {}) }
    calls.tell({ about, change: statusValue(own, identity, facts) })
  }

  return {
    own,
    messages,
    onChange,
    get wroteAt() {
      return wroteAt
    },
    send(content) {
      const at = clock()
      const id = 'id' in content && typeof content.id === 'string' ? content.id : newId()
      wroteAt = at
      last = messageValue(own, identity, { id, timestamp: wholeSeconds(at), ...content })
      parts.wrote(id)
      add({ from: 'resident', id, at, content, status: 'sent' })
      calls.tell({ about, change: last, told: () => void setStatus(id, 'delivered') })
      return id
    },
    repeat() {
      if (last) calls.tell({ about, change: last })
    },
    look() {
      const unread = messages.filter(({ from, status }) => from === 'bot' && status !== 'read' && status !== 'failed')
      for (const { id } of unread) tellStatus(id, 'read')
    },
    receive(id, content, failure) {
      add({ from: 'bot', id, at: clock(), content, status: 'sent' })
      if (failure !== null) return tellStatus(id, 'failed', [statusError(graphError(failure))])
      for (const status of parts.statuses) tellStatus(id, status)
    },
    markRead: id => void setStatus(id, 'read'),
  }
}
