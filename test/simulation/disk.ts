import type { Conversation, ConversationStore } from '../../services/conversations/conversation.js'
import type { HandledStore } from '../../services/conversations/handled.js'
import type { LanguagePreferenceStore } from '../../services/conversations/language-preference.js'
import type { DeadLetterStore } from '../../services/dead-letters/dead-letters.js'

/** The stores of one process, without any delay of their own. */
export interface Ports {
  readonly conversations: ConversationStore
  readonly handled: HandledStore
  readonly preferences: LanguagePreferenceStore
  readonly letters: DeadLetterStore
}

/** What outlives every process. */
export interface Disk {
  /** What a process opens when it starts. */
  open(): Ports
  /** What stands there, read past all processes. */
  record(key: string): Conversation | null
  /** Whether anything waits to be sent. */
  waits(): boolean
  /** How often this message has failed, by its dead letter. */
  failures(id: string): number
  hasLanguage(key: string): boolean
  close(): void
}
