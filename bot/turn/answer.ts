import type { Conversation } from '../../services/conversations/conversation.js'
import type { Outbound } from '../../services/conversations/outbound.js'

/** What a turn leads to, before anything is written. */
export interface Answer {
  readonly messages: readonly Outbound[]
  readonly conversation: Conversation
  /** From here nothing may be on disk: a stated minor or a safety signal (H4). */
  readonly memoryOnly: boolean
  /** Everything there was is erased and nothing is written after. */
  readonly wiped: boolean
}
