import type { QuestionAboutUs, SafetyCategory } from '../../content/vocabulary.js'
import type { OfferRef, Outbound } from './outbound.js'

/** Raised when the stored shape changes; a record of another format begins again. */
export const CONVERSATION_FORMAT = 2

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
  /** What was asked about the chat before a language was known: answered right after the opening (A4). */
  readonly asked: QuestionAboutUs | null
  /** Messages that were answered, so that one that comes again is not answered again (O2). */
  readonly answered: readonly Answered[]
  /** Some answered ids had no room here any more and stand among the handled ones. */
  readonly spilled: boolean
  /** The options of the last message, so that "2" or a word means the right one. */
  readonly offered: readonly OfferRef[]
  readonly opened: boolean
  /** Messages that the client has not confirmed yet, or that still have to be sent to it, with their numbers. */
  readonly sent: readonly Numbered[]
  /** Where we must send them ourselves; null where the client fetches, and when nothing waits. */
  readonly sending: Sending | null
  /** Number of the last message sent. */
  readonly lastNumber: number
  readonly updatedAt: number
  readonly expiresAt: number
}

/** The id of a message and when it came: random, or a keyed hash; of no person. */
export type Answered = readonly [id: string, at: number]

/** What is known of sending. Gone with the last message, and with it the address. */
export interface Sending {
  /** Sealed address of the channel. */
  readonly address: string
  /** Until then one process is sending, or waits to try again; from then on any may take it over. */
  readonly dueAt: number
  /** Failed tries in a row. */
  readonly attempts: number
  /** Parts of the first message that have gone already: one message can be several on a channel. */
  readonly parts: number
}

export interface Numbered {
  readonly number: number
  readonly at: number
  readonly message: Outbound
}

export type Commit = { readonly type: 'committed' } | { readonly type: 'stale' }

/** Where conversations are kept. Every store must pass `test/stores/conversation-store.test.ts`. Records are handed over: neither side changes one afterwards. */
export interface ConversationStore {
  /** The record as it counts at `now`: an expired one is `expiredOf` itself. Null when there is none. */
  find(key: string, now: number): Promise<Conversation | null>
  /**
   * Writes the record if the stored version is `conversation.version - 1`, in one durable step; `stale` when another
   * turn was faster. Version 1 creates.
   */
  commit(conversation: Conversation): Promise<Commit>
  /** Erases the record. True when there was one. A second call is harmless. */
  erase(key: string): Promise<boolean>
  /** Records that expired at `now`, at most `most`. */
  expired(now: number, most: number): Promise<readonly Conversation[]>
  /** Erases a record if it still has this version. */
  eraseVersion(key: string, version: number): Promise<boolean>
  /** Keys of the records whose messages are due to be sent at `now`, longest due first, at most `most`. */
  due(now: number, most: number): Promise<readonly string[]>
}
