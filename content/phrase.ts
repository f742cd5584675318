import type { TermKey, TextKey } from './text-key.js'

/** What fills a placeholder. Words are named, never written out, so that one phrase can be said in any language. */
export type PhraseValue =
  | { readonly text: TextKey }
  | { readonly term: TermKey }
  /** A list of the above, joined as the language joins lists. */
  | { readonly list: readonly ({ readonly text: TextKey } | { readonly term: TermKey })[] }
  /** A proper name, as it stands on the door: never translated. */
  | { readonly name: string }
  /** The name of a language, in the language of the phrase. */
  | { readonly language: string }
  /** A calendar day, ISO 8601. */
  | { readonly date: string }

/** One approved sentence to say: its id and what fills it. Never the sentence itself. */
export interface Phrase {
  readonly key: TextKey
  readonly values?: Readonly<Record<string, PhraseValue>>
}
