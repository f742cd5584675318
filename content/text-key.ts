import type terms from './languages/nl/terms.json'
import type texts from './languages/nl/texts.json'

/** The id of an approved sentence. Dutch leads: a key that is not in the Dutch file does not compile. */
export type TextKey = keyof typeof texts

/** The id of a coded term, as `activity.coffee-together`. */
export type TermKey = keyof typeof terms
