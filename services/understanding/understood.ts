import type { Command, ReferralTopic, Urgency } from '../../content/vocabulary.js'
import type { Place } from '../places/place.js'

/** What was understood of one message. Closed: whoever handles it handles every case. */
export type Meaning =
  /** Something that works in every state: back, stop, a person please … */
  | { readonly type: 'command'; readonly command: Command }
  /** One of the options that were on offer, by tap, digit, word, emoji or typo at distance 1. */
  | { readonly type: 'choice'; readonly option: string }
  /** One place, or up to four that it could be, best first; then the resident is asked which. */
  | { readonly type: 'place'; readonly places: readonly [Place, ...Place[]] }
  /** One or more topics, in the order in which they were named (A12). */
  | { readonly type: 'topics'; readonly topics: readonly [ReferralTopic, ...ReferralTopic[]] }
  | { readonly type: 'greeting' }
  /** A picture, voice note, file or sticker (B7). */
  | { readonly type: 'attachment' }
  | { readonly type: 'unclear' }

/** A language that a message seems to be in. Only ever proposed, never taken silently (B2, B3). */
export type LanguageProposal =
  | { readonly type: 'offer'; readonly code: string }
  | { readonly type: 'unsupported'; readonly code: string }
  | { readonly type: 'none' }

/** All that is taken from one message; the text itself goes no further. */
export interface Understood {
  readonly meaning: Meaning
  readonly urgency: Urgency
  /** Whom it is about (A11). */
  readonly about: 'self' | 'other'
  /** An amount, a right or a verdict is asked for, which nobody here gives (D3). */
  readonly ruling: boolean
  /** It should be quiet and small (C6). */
  readonly quiet: boolean
  /** An age under 18 that the writer states of herself (E7). */
  readonly minor: boolean
  readonly language: LanguageProposal
  /** The vocabulary words that led to the meaning, for explaining; never the resident's own text. */
  readonly because: readonly string[]
}

/** What the message answers: the options on offer, and whether a place was asked for. */
export interface Expectation {
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly place: boolean
  /** The language the conversation is in; its words are tried first. */
  readonly language: string
}
