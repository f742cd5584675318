import type { Conversation } from '../../../services/conversations/conversation.js'
import type { MessageView } from '../../rendering/message-view.js'
import type { Inbound } from '../../turn/inbound.js'
import type { Turned } from '../../turn/turn.js'

/** A message of ours with its number in the conversation and when it was said. */
export interface NumberedView {
  readonly number: number
  readonly at: number
  readonly view: MessageView
}

/** What the web chat's doors (Direct Line, plain forms) do; wired to the house in `compose.ts`. */
export interface WebChat {
  /** One message of the resident and its answers, in order with the others of that conversation. */
  readonly say: (conversation: string, content: Inbound['content'], from: SaidFrom) => Promise<Turned>
  /** Messages after a number, rendered now; those up to it are confirmed and need not be kept. */
  readonly read: (
    conversation: string,
    after: number,
  ) => Promise<{ readonly messages: readonly NumberedView[]; readonly last: number }>
  /** What stands: the stored conversation, for showing a page again. Null where there is none. */
  readonly stored: (conversation: string) => Promise<Conversation | null>
  /** A code by which it can go on elsewhere (N8); `nothing` when nothing was said yet, `busy` when too many were asked for. */
  readonly elsewhere: (conversation: string) => Promise<WayOut>
  readonly wipe: (conversation: string) => Promise<void>
}

export type WayOut =
  { readonly type: 'code'; readonly code: string } | { readonly type: 'not-kept' | 'nothing' | 'busy' }

export interface SaidFrom {
  readonly proposedLanguage: string | null
  readonly opened: boolean
  readonly presetArea?: string
  readonly presetPlace?: string
  /** Who guesses at codes: the address of the client. */
  readonly sender?: string
  /** The client's id of this message. */
  readonly id?: string
}
