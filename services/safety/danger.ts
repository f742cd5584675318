import type { SafetyCategory } from '../../content/vocabulary.js'

/** What the danger check heard. Holds no text of the resident. */
export type Danger =
  /** Answered from code with this category's card, before anything else (G1, G2). */
  | {
      readonly type: 'danger'
      readonly category: SafetyCategory
      readonly minor: boolean
      readonly about: 'self' | 'other'
    }
  /** An idiom or overload: one gentle question with the numbers, yes or no (G5). */
  | { readonly type: 'ask-gently'; readonly category: SafetyCategory; readonly minor: boolean }
  | { readonly type: 'none'; readonly minor: boolean }
