import type { ReferralTopic, SafetyCategory } from '../../content/vocabulary.js'
import type { TextKey } from '../../content/text-key.js'

/** The dialogs there are. A name here without a file in `dialogs/` does not compile (`dialogs/index.ts`). */
export const dialogIds = ['opening', 'other', 'about', 'money', 'parenting', 'youth', 'meeting', 'referral'] as const
export type DialogId = (typeof dialogIds)[number]

/** The questions whose answers a session keeps: an option id each, never text (H3). */
export type Question = 'when' | 'kind' | 'foodToday' | 'childAge' | 'parentWish' | 'youthWho' | 'underAge' | 'activity'

/** Where an option or a skipped question leads: a step of the same dialog, another dialog, or the end. */
export type Next<Name extends string> =
  | { readonly goto: Name }
  | { readonly enter: DialogId; readonly at?: string }
  /** To the question that was left for this dialog; it is asked again. */
  | { readonly return: true }
  | { readonly end: true }

/** What choosing an option changes beside going on. */
export interface Consequence {
  /** What is looked for from now on, best first. */
  readonly seeks?: readonly [ReferralTopic, ...ReferralTopic[]]
  /** Answers that are known by this choice, so that their questions are not asked. */
  readonly sets?: Partial<Readonly<Record<Question, string>>>
  /** The writer states that she is under 18: from here nothing is kept (E7, H4) and texts say "je". */
  readonly minor?: true
  /** It is for somebody else (A11). */
  readonly forOther?: true
  /** The safety card of this category is the answer (G2, D6). */
  readonly danger?: SafetyCategory
  /** Said once on the way. */
  readonly tell?: TextKey
}

export type Option<Name extends string> = Next<Name> &
  Consequence & {
    readonly label: TextKey
    /** A pictogram for people who would rather look than read (A5). */
    readonly icon?: string
    /** Shown only while another topic waits, or another place can be given; `preset` is never shown, only set by another choice. */
    readonly only?: 'queued' | 'more' | 'preset'
  }

/** One step of a dialog. */
export type Step<Name extends string> =
  | {
      readonly type: 'choose'
      readonly say: TextKey
      /** The shorter way to ask it, when the first was not understood (A7). */
      readonly again: TextKey
      readonly remember?: Question
      readonly options: Readonly<Record<string, Option<Name>>>
      /** Passed over, as if skipped, when it is asked for somebody else: she may not know, and the way is longer (A2, A11). */
      readonly notForOther?: true
      /** Where "rather not say" leads; every question before the first card has it (A2). */
      readonly skip?: Next<Name> &
        Consequence & {
          readonly label?: TextKey
          /** Works when it is said, but takes no room among the options (A7, A9). */
          readonly unseen?: true
        }
    }
  | {
      readonly type: 'place'
      readonly say: TextKey
      readonly again: TextKey
      readonly goto: Name
      readonly skip: Next<Name>
    }
  /** One preference to weigh, from a page of at most four (F12). */
  | { readonly type: 'prefer'; readonly say: TextKey; readonly again: TextKey; readonly goto: Name }
  /** Asks the directory. `again` leaves out what was shown. */
  | { readonly type: 'refer'; readonly goto: Name }

export interface Dialog<Name extends string = string> {
  readonly id: DialogId
  /** Raised when a step is removed or renamed: an open conversation then begins again, kindly. */
  readonly version: number
  readonly start: Name
  /** One sentence that meets shame without asking about it (C4); said once, on entering. */
  readonly intro?: TextKey
  readonly steps: Readonly<Record<Name, Step<Name>>>
}

/** A dialog whose step names the compiler checks: `goto: 'wher'` does not compile. */
export function defineDialog<const Name extends string>(
  dialog: Omit<Dialog, 'steps' | 'start'> & {
    readonly start: NoInfer<Name>
    readonly steps: Readonly<Record<Name, Step<NoInfer<Name>>>>
  },
): Dialog {
  return dialog
}
