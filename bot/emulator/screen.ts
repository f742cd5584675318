import type { Content } from './message-schema.js'
import type { StatusName } from './webhook-value.js'

/** One message on her screen. */
export type PhoneMessage =
  | {
      readonly from: 'bot'
      readonly id: string
      /** Milliseconds since 1970. */
      readonly at: number
      readonly content: Content
      readonly status: StatusName
    }
  | {
      readonly from: 'resident'
      readonly id: string
      readonly at: number
      /** In Meta's words. */
      readonly content: object
      /** `sent` until the webhook took it, `read` when the bot said so. */
      readonly status: StatusName
    }

/** The messages of one conversation, oldest first, and whoever looks at them. */
export interface Screen {
  readonly messages: readonly PhoneMessage[]
  readonly add: (message: PhoneMessage) => void
  /** Moves forward only. False when the message is not there (any more). */
  readonly setStatus: (id: string, status: StatusName) => boolean
  /** Calls on every change; answers how to stop that. */
  readonly onChange: (listener: () => void) => () => void
}

/** `most`: messages that are kept; the oldest go first. */
export function createScreen(most: number): Screen {
  const listeners = new Set<() => void>()
  const messages: PhoneMessage[] = []
  const changed = () => listeners.forEach(listener => listener())

  return {
    messages,
    add(message) {
      messages.push(message)
      if (messages.length > most) messages.shift()
      changed()
    },
    setStatus(id, status) {
      const place = messages.findLastIndex(message => message.id === id)
      const message = messages[place]
      if (!message) return false
      messages[place] = { ...message, status: furthest(message.status, status) }
      changed()
      return true
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const ORDER: readonly StatusName[] = ['sent', 'delivered', 'read', 'played', 'failed']

const furthest = (a: StatusName, b: StatusName): StatusName => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a)
