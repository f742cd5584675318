import type { Conversation } from '../../services/conversations/conversation.js'
import type { CardDetail, Outbound } from '../../services/conversations/outbound.js'

/** One message of a resident, as a channel hands it over. Lives for one turn and is then gone. */
export interface Inbound {
  /** Keyed hash of the channel's id for this conversation. */
  readonly key: string
  readonly channel: 'web' | 'whatsapp' | 'bot-framework'
  /** The client's id of this message: the same when it sends it again. */
  readonly id?: string
  readonly content:
    | { readonly type: 'text'; readonly text: string }
    /** An option that was tapped, by its id. */
    | { readonly type: 'option'; readonly id: string }
    /** Where she is, or a place that she means; her own position is never kept. */
    | { readonly type: 'location'; readonly latitude: number; readonly longitude: number }
    /** More of a place that was shown: its whole card, or where it is. */
    | { readonly type: 'card'; readonly card: CardDetail }
    /** A picture, voice note or anything else that cannot be read (B7). */
    | { readonly type: 'attachment' }
    /** A code by which a conversation goes on here (N8). */
    | { readonly type: 'continue'; readonly code: string }
    /** The conversation was opened and nothing said yet. */
    | { readonly type: 'open' }
  /** Language of the browser, link or token; only ever proposed (B2). */
  readonly proposedLanguage: string | null
  /** The opening stands on the page already, so it is not said again. */
  readonly opened: boolean
  /** When it was written, by the platform's clock; absent where the client is the platform. */
  readonly at?: number
  /** It waited too long to be answered as if it had just come (O4): `silent` when another of them is answered. */
  readonly late?: 'answer' | 'silent'
  /** Sealed address to send the answer to; absent where the client fetches it. */
  readonly replyTo?: string
  /** Sends an answer of which nothing may be kept; rejects when it did not go. Absent where the client fetches it. */
  readonly sayNow?: (messages: readonly Outbound[], young: boolean) => Promise<void>
  /** Number of the last message that the client has shown; up to there nothing need be kept for it. */
  readonly confirmed?: number
  /** Who guesses at codes, where the key is easily changed for another: an address, in memory for a minute (N8). */
  readonly sender?: string
  /** What a code brought along; null for a code that brought nothing. Filled in by the turn. */
  readonly moved?: Conversation | null
  /** Area preset by a link (A10). */
  readonly presetArea?: string
  /** Record of the place whose link or QR code she came by (A10). */
  readonly presetPlace?: string
}
