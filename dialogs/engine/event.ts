import type { Phrase } from '../../content/phrase.js'
import type { TermKey, TextKey } from '../../content/text-key.js'
import type { Command, Preference, ReferralTopic, SafetyCategory, Urgency } from '../../content/vocabulary.js'
import type { Session, SessionPlace } from './session.js'

/** What happened. The turn makes it from what was understood; the directory's answer comes back as `referred`. */
export type Event =
  | { readonly type: 'start' }
  | { readonly type: 'choice'; readonly option: string }
  | { readonly type: 'place'; readonly places: readonly SessionPlace[] }
  | {
      readonly type: 'topics'
      readonly topics: readonly ReferralTopic[]
      readonly urgency: Urgency
      readonly about: 'self' | 'other'
    }
  /** An amount, a right or a verdict was asked for, which is never given (D3); of no topic when none was named. */
  | {
      readonly type: 'ruling'
      readonly topics: readonly ReferralTopic[]
      readonly urgency: Urgency
      readonly about: 'self' | 'other'
    }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'greeting' }
  | { readonly type: 'attachment' }
  | { readonly type: 'unclear' }
  | Referred

/** What the directory answered, as far as the conversation needs it. */
export interface Referred {
  readonly type: 'referred'
  readonly outcome: 'found' | 'general'
  readonly records: readonly string[]
  readonly relaxed: readonly Preference[]
  readonly farther: boolean
  readonly more: boolean
  /** Nothing opens before what is urgent happens. */
  readonly notInTime: boolean
  /** One was asked for alone, after it was said who can (D3). */
  readonly oneAlone?: boolean
}

/** What the conversation wants looked up. */
export interface Request {
  readonly seeks: readonly [ReferralTopic, ...ReferralTopic[]]
  readonly place: SessionPlace | null
  readonly urgency: Urgency
  readonly childAge: '0-4' | '4-12' | '12-18' | null
  /** Somebody under 18 asks for herself (E7). */
  readonly young: boolean
  readonly preferences: readonly Preference[]
  readonly shown: readonly string[]
  /** A person was asked for, or nothing was understood: any human contact will do. */
  readonly person: boolean
  /** Record that comes first where it fits. */
  readonly first?: string
  /** The one who can, and no choice of several (D3). */
  readonly oneAlone: boolean
}

/** One option as it is offered. The id is the same in every language and channel (A6). */
export interface Offer {
  readonly id: string
  readonly label: { readonly text: TextKey } | { readonly term: TermKey } | { readonly name: string }
  readonly icon?: string
}

/** The question that waits for an answer. It can be asked again from the session alone, in any language. */
export interface Prompt {
  readonly say: Phrase
  readonly offers: readonly Offer[]
  /** A place may be written as the answer. */
  readonly place: boolean
}

/** Something that must happen beside talking. */
export type Effect =
  | { readonly type: 'danger'; readonly category: SafetyCategory }
  /** From here nothing is written to disk (H4). */
  | { readonly type: 'keep-nothing' }
  | { readonly type: 'wipe' }
  | { readonly type: 'choose-language' }

/** What `advance` answers: it waits for the resident, asks the directory, or has ended. */
export type Advance = {
  readonly session: Session
  /** What is said before the question, in order. */
  readonly says: readonly Phrase[]
  readonly effects: readonly Effect[]
} & (
  | { readonly type: 'waiting'; readonly prompt: Prompt; readonly cards: boolean }
  | { readonly type: 'asking'; readonly request: Request }
  | { readonly type: 'finished' }
)
