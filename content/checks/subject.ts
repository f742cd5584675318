import type { Pack } from '../schema/pack.js'
import type { LanguageWords } from '../texts.js'
import type { ReviewState } from '../vocabulary.js'

/** What the checks need of a row of the language table. */
export interface CheckedLanguage {
  readonly code: string
  readonly direction: 'ltr' | 'rtl'
  /** Four letters of ISO 15924. */
  readonly script: string
  readonly fallback: readonly string[]
  readonly texts: ReviewState
  readonly locale: string
}

/** What the narrowest shape of one channel holds, in UTF-16 units. */
export interface ChannelLimits {
  readonly name: string
  /** An option with its pictogram, in the roomiest shape the channel has for choices. */
  readonly label: number
  /** A message with its question. */
  readonly message: number
  /** The word on the button that opens a list of choices. */
  readonly listButton: number
}

/** A label that dialogs offer, with its pictogram or an empty string. */
export interface OfferedLabel {
  readonly key: string
  readonly icon: string
}

/** Everything that is checked together: a fault in one language shows against the others and against the facts. */
export interface CheckSubject {
  readonly languages: readonly CheckedLanguage[]
  /** By language code. Dutch must be there: it leads. */
  readonly words: ReadonlyMap<string, LanguageWords>
  readonly pack: Pack
  /** Names that belong to several places on purpose. */
  readonly ambiguousNames?: readonly string[]
  /** Safety texts by language, flat. Not checked when left out. */
  readonly safety?: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly channelLimits: readonly ChannelLimits[]
  /** Not checked when left out. */
  readonly labels?: readonly OfferedLabel[]
}

/** One text or term with the place it stands in. */
export interface Wording {
  readonly language: string
  readonly file: 'texts' | 'terms' | 'safety'
  readonly key: string
  readonly text: string
}

/** `nl/texts menu.ask`: where an editor finds it. */
export const placeOf = ({ language, file, key }: Wording): string => `${language}/${file} ${key}`

/** All words of all languages, in the order of the files. */
export function wordingsOf({ words, safety }: Pick<CheckSubject, 'words' | 'safety'>): readonly Wording[] {
  const flat = (language: string, file: Wording['file'], record: Readonly<Record<string, string>>) =>
    Object.entries(record).map(([key, text]): Wording => ({ language, file, key, text }))
  return [
    ...[...words].flatMap(([language, { texts, terms }]) => [
      ...flat(language, 'texts', texts),
      ...flat(language, 'terms', terms),
    ]),
    ...[...(safety ?? [])].flatMap(([language, texts]) => flat(language, 'safety', texts)),
  ]
}
