import type { Phrase } from '../../content/phrase.js'
import type { TermKey, TextKey } from '../../content/text-key.js'
import type { ReferralTopic, SafetyCategory } from '../../content/vocabulary.js'
import type { Reason } from '../referrals/referral.js'

/**
 * One message to a resident, before any channel or language shapes it: text keys, record ids and option ids. This is all
 * that is ever stored of an answer; it is rendered again when it is sent or shown.
 */
export interface Outbound {
  readonly language: string
  readonly phrases: readonly Phrase[]
  /** The question, said after the cards; null where nothing is asked. */
  readonly ask: Phrase | null
  readonly cards: readonly CardRef[]
  readonly offers: readonly OfferRef[]
  /** Whether what can be said in every state stands beside it: not safe, a person, back, language. */
  readonly always: boolean
  readonly safety: SafetyRef | null
  /** More of one place, where the channel shows that as a message of its own. */
  readonly detail?: CardDetail
}

/** What can be asked of a card that was shown. */
export interface CardDetail {
  readonly type: 'where' | 'show'
  readonly record: string
  readonly stop?: string
}

/** A record to show, and why. Hours and facts are read from the live record when it is rendered. */
export interface CardRef {
  readonly record: string
  readonly stop?: string
  readonly metres: number | null
  readonly reasons: readonly Reason[]
  readonly topic: ReferralTopic
}

export interface OfferRef {
  readonly id: string
  readonly label:
    | { readonly text: TextKey }
    | { readonly term: TermKey }
    /** An area of the gazetteer; its proper name is shown. */
    | { readonly name: string }
    /** A language, by its own name. */
    | { readonly language: string }
    /** A label of the locked safety texts. */
    | { readonly safety: 'yes' | 'no' | 'go-on' | SafetyCategory }
  readonly icon?: string
}

/** A card of the locked safety texts (G2). Exists only in memory: after it nothing is stored (G3). */
export type SafetyRef =
  | {
      readonly type: 'card'
      readonly category: SafetyCategory
      readonly minor: boolean
      readonly about: 'self' | 'other'
    }
  | { readonly type: 'gentle'; readonly category: SafetyCategory; readonly minor: boolean }
