import type { Gender, Preference, ReferralTopic, Urgency } from '../../content/vocabulary.js'
import type { Place } from '../places/place.js'
import type { Opening } from '../schedule/opening.js'

/** What is looked for. Everything in it was chosen or said by the resident; nothing is presumed (F12, "Never" 20). */
export interface ReferralQuestion {
  readonly topics: readonly [ReferralTopic, ...ReferralTopic[]]
  readonly urgency: Urgency
  /** Null when she would rather not say: then city-wide and nearest to the centre. */
  readonly near: Place | null
  readonly language: string
  /** Ages the offer must admit, when she told them: of the child for parenting topics, else her own. */
  readonly age: { readonly from: number; readonly to: number } | null
  /** A young person who asks for herself is never sent to parents' places (E7). */
  readonly asker: 'adult' | 'young'
  /** As she asked for it, never inferred: `women` also finds women-only places, `men` only what is open to men. */
  readonly gender: Exclude<Gender, 'all'> | null
  /** Preferences she tapped, the most important first; relaxed from the last to the first. */
  readonly preferences: readonly Preference[]
  /** Records already shown in this conversation; they are not shown again (F1). */
  readonly shown: readonly string[]
  /** Record of the link she came by: first among the cards where it can help and admits her, whatever the distance (A10). */
  readonly first?: string
  /** Where a safety signal is, institutions and numbers come first (F4). */
  readonly safety: boolean
}

/** Why a card is shown, in parts that are each a matched criterion (F5). */
export type Reason =
  | { readonly type: 'topic'; readonly topic: ReferralTopic }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'preference'; readonly preference: Preference }
  | { readonly type: 'near' }
  | { readonly type: 'farther' }
  | { readonly type: 'city-wide' }
  | { readonly type: 'open-now' }
  | { readonly type: 'today' }
  /** The easy door beside the helping one: come without a worry (F4). */
  | { readonly type: 'easy-door' }

export interface Suggestion {
  readonly record: string
  /** The stop that is meant, for a record that moves; its own place and hours hold. */
  readonly stop?: string
  readonly opening: Opening
  /** From the place asked about, as the crow flies; null when either position is unknown. */
  readonly metres: number | null
  readonly reasons: readonly Reason[]
}

/** Topic, area and language for which nothing fits; holds no person and no text (M4). */
export interface Gap {
  readonly topic: ReferralTopic
  readonly area: string | null
  readonly language: string
  readonly because: 'nothing-here' | 'not-in-time' | 'none-open-to-men' | 'filtered-out'
}

export type ReferralAnswer =
  | {
      readonly type: 'found'
      /** One to three, best first, with distinct purposes. */
      readonly suggestions: readonly Suggestion[]
      /** Preferences that were given up to find these, in the order given up. */
      readonly relaxed: readonly Preference[]
      /** None lies in the area asked for. */
      readonly farther: boolean
      /** Whether "something else" would give yet another. */
      readonly more: boolean
      /** What was missing all the same, for the count. */
      readonly gap: Gap | null
    }
  /** Nothing fits: the nearest general meeting place, then a human contact (F13). Never empty. */
  | { readonly type: 'general'; readonly suggestions: readonly Suggestion[]; readonly gap: Gap }
