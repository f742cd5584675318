import type { SafetyCategory } from '../../content/vocabulary.js'
import type { OfferRef, Outbound } from './outbound.js'

/** Raised when the stored shape changes; a record of another format begins again. */
export const CONVERSATION_FORMAT = 1

/** Everything kept of one conversation, in one record (H3). No text, name or number of the resident is in it. */
export interface Conversation {
  /** Keyed hash of the channel's id; the id itself is not kept. */
  readonly key: string
  readonly format: number
  /** Rises by one with each commit: the compare-and-set of a turn. 0 is a conversation not stored yet. */
  readonly version: number
  readonly channel: string
  /** Chosen language; null while it was only proposed or not yet asked. */
  readonly language: string | null
  /** Language that was offered from the browser or a link; used until one is chosen. */
  readonly proposed: string | null
  /** The dialog session, as plain data of the dialogs' own format; null before the first question. */
  readonly session: unknown
  /** The gentle question of G5 waits for yes or no. Only ever in memory (G3). */
  readonly gentle: SafetyCategory | null
  /** The clients' ids of the last messages that were answered: random, and of no person (O2). */
  readonly answered: readonly string[]
  /** The options of the last message, so that "2" or a word means the right one. */
  readonly offered: readonly OfferRef[]
  readonly opened: boolean
  /** Messages the client has not confirmed yet, with their numbers. */
  readonly sent: readonly Numbered[]
  /** Number of the last message sent. */
  readonly lastNumber: number
  readonly updatedAt: number
  readonly expiresAt: number
}

export interface Numbered {
  readonly number: number
  readonly at: number
  readonly message: Outbound
}

export type Commit = { readonly type: 'committed' } | { readonly type: 'stale' }

/** Where conversations are kept. Every store must pass `test/stores/conversation-store.test.ts`. */
export interface ConversationStore {
  /** The record, or null when there is none or it has expired at `now`; an expired record is never handed out. */
  find(key: string, now: number): Promise<Conversation | null>
  /**
   * Writes the record if the stored version is `conversation.version - 1`, in one durable step; `stale` when another
   * turn was faster. Version 1 creates.
   */
  commit(conversation: Conversation): Promise<Commit>
  /** Erases the record. True when there was one. A second call is harmless. */
  erase(key: string): Promise<boolean>
  /** Erases what expired at `now`; answers how many. */
  sweep(now: number): Promise<number>
}
