import type { Position } from '../../content/schema/area.js'
import type { Preference, ReferralTopic, Urgency } from '../../content/vocabulary.js'
import type { DialogId, Question } from './definition.js'

/** Raised when the shape below changes: a stored session of another shape begins again, kindly. */
export const SESSION_FORMAT = 1

/** Area and at most four postcode digits; never an address (H3). */
export interface SessionPlace {
  readonly area: string
  readonly pc4?: number
  readonly position: Position
}

/** Where "back" returns to, with everything that a choice there may have changed. That a minor is talking is never undone. */
export type Visit = Pick<
  Session,
  | 'dialog'
  | 'step'
  | 'pending'
  | 'answers'
  | 'place'
  | 'seeks'
  | 'queue'
  | 'urgency'
  | 'forOther'
  | 'preferences'
  | 'preferencePage'
>

/** A question of the engine itself that stands before the step. */
export type Pending =
  | { readonly type: 'which-place'; readonly places: readonly SessionPlace[] }
  | { readonly type: 'which-first'; readonly topics: readonly ReferralTopic[] }

/** All that is remembered of a conversation: option ids, an area, record ids. Plain data that survives JSON. */
export interface Session {
  readonly format: number
  readonly dialog: DialogId
  readonly version: number
  /** The step that waits for an answer, by name. */
  readonly step: string
  readonly pending: Pending | null
  readonly answers: Partial<Readonly<Record<Question, string>>>
  /** `undefined` while not asked, null when she would rather not say. */
  readonly place?: SessionPlace | null
  readonly seeks: readonly ReferralTopic[]
  /** Topics named and kept for after this one (A12). */
  readonly queue: readonly ReferralTopic[]
  readonly urgency: Urgency
  readonly forOther: boolean
  readonly minor: boolean
  /** The most important first. */
  readonly preferences: readonly Preference[]
  readonly preferencePage: number
  /** Records shown, so that "another place" never repeats one (F1). */
  readonly shown: readonly string[]
  readonly more: boolean
  /** Record of the link or QR code she came by: it comes first wherever it fits (A10). */
  readonly first?: string
  /** How often in a row this step was not understood (A7). */
  readonly unclear: number
  /** Dialogs whose first sentence was said. */
  readonly introduced: readonly DialogId[]
  /** Most recent last, at most `MOST_VISITS`. */
  readonly history: readonly Visit[]
  readonly finished: boolean
}

/** "Back" goes back this far: more than the longest route has questions. */
export const MOST_VISITS = 12
/** "Another place" remembers this many; beyond it the oldest may come again. */
export const MOST_SHOWN = 60

/** A conversation at its first question. */
export function newSession(version: number): Session {
  return {
    format: SESSION_FORMAT,
    dialog: 'opening',
    version,
    step: 'menu',
    pending: null,
    answers: {},
    seeks: [],
    queue: [],
    urgency: 'none',
    forOther: false,
    minor: false,
    preferences: [],
    preferencePage: 0,
    shown: [],
    more: false,
    unclear: 0,
    introduced: [],
    history: [],
    finished: false,
  }
}
