import { createInstance, type TFunction } from 'i18next'
import type { LanguageRow } from './language-table.js'
import type { Phrase, PhraseValue } from './phrase.js'
import type { TermKey, TextKey } from './text-key.js'

export type Values = Readonly<Record<string, string | number>>

/** The approved words. Pure once built: nothing here changes the language of another conversation. */
export interface Texts {
  /** One approved sentence with its placeholders filled. A key that the language lacks falls back as its row says. */
  readonly phrase: (phrase: Phrase, language: string) => string
  readonly text: (key: TextKey, language: string, values?: Values) => string
  readonly term: (key: TermKey | PluralKey, language: string, values?: Values) => string
  /** Phrases joined as the language joins them: "a, b and c". */
  readonly list: (items: readonly string[], language: string) => string
  /** The language's own way to write a calendar day, with weekday, in digits 0–9. */
  readonly day: (date: string, language: string) => string
  /** Whether the language itself has this sentence, so that a Dutch fallback can be told from its own words. */
  readonly has: (key: TextKey, language: string) => boolean
}

/** Keys that i18next finds with a plural suffix. */
export type PluralKey = 'value.walkMinutes'

/** Flat words of one language, as in its folder. */
export interface LanguageWords {
  readonly texts: Readonly<Record<string, string>>
  readonly terms: Readonly<Record<string, string>>
}

/** Builds the words of every language once; a change by an editor builds the next. */
export function createTexts(rows: readonly LanguageRow[], words: ReadonlyMap<string, LanguageWords>): Texts {
  const fixed = fixedTranslators(rows, words)
  const plain = plainWords(rows, words)
  const locales = new Map(rows.map(row => [row.code, row.locale]))
  const localeOf = (language: string) => locales.get(language) ?? 'nl'
  const translator = (language: string) => fixed.get(language) ?? fixed.get('nl') ?? noWords()
  const lists = new Map(rows.map(row => [row.code, new Intl.ListFormat(row.locale, { type: 'conjunction' })]))
  const dates = new Map(
    rows.map(row => [
      row.code,
      new Intl.DateTimeFormat(row.locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
    ]),
  )

  const texts: Texts = {
    text: (key, language, values) =>
      plain.get(language)?.texts.get(key) ?? translator(language).texts(key, { ...values }),
    term: (key, language, values) =>
      plain.get(language)?.terms.get(key) ?? translator(language).terms(key, { ...values }),
    list: (items, language) => (lists.get(language) ?? new Intl.ListFormat(localeOf(language))).format(items),
    day: (date, language) => (dates.get(language) ?? dates.get('nl'))?.format(new Date(`${date}T12:00:00Z`)) ?? date,
    has: (key, language) => words.get(language)?.texts[key] !== undefined,
    phrase: ({ key, values = {} }, language) =>
      texts.text(
        key,
        language,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayValue(texts, value, language)])),
      ),
  }
  return texts
}

function sayValue(texts: Texts, value: PhraseValue, language: string): string {
  if ('text' in value) return texts.text(value.text, language)
  if ('term' in value) return texts.term(value.term, language)
  if ('list' in value) {
    return texts.list(
      value.list.map(item => sayValue(texts, item, language)),
      language,
    )
  }
  if ('name' in value) return value.name
  if ('date' in value) return texts.day(value.date, language)
  return languageName(texts, value.language, language)
}

/** A language's name in another; the code itself where no name is known. */
export function languageName(texts: Texts, code: string, language: string): string {
  const key = `lang.${code}`
  return isLanguageTerm(key) ? texts.term(key, language) : code
}

const isLanguageTerm = (key: string): key is Extract<TermKey, `lang.${string}`> => /^lang\.[a-z]{2,3}$/.test(key)

interface Translators {
  readonly texts: TFunction
  readonly terms: TFunction
}

interface PlainWords {
  readonly texts: ReadonlyMap<string, string>
  readonly terms: ReadonlyMap<string, string>
}

/** A language's own sentences that have nothing to fill in: most of them, and forty times quicker found here. */
function plainWords(
  rows: readonly LanguageRow[],
  words: ReadonlyMap<string, LanguageWords>,
): ReadonlyMap<string, PlainWords> {
  const plain = (flat: Readonly<Record<string, string>> = {}) =>
    new Map(Object.entries(flat).filter(([, sentence]) => !sentence.includes('{{') && !sentence.includes('$t(')))
  return new Map(
    rows.map(({ code }) => [code, { texts: plain(words.get(code)?.texts), terms: plain(words.get(code)?.terms) }]),
  )
}

function fixedTranslators(
  rows: readonly LanguageRow[],
  words: ReadonlyMap<string, LanguageWords>,
): ReadonlyMap<string, Translators> {
  const i18n = createInstance()
  void i18n.init({
    initAsync: false,
    lng: 'nl',
    fallbackLng: { ...Object.fromEntries(rows.map(row => [row.code, [...row.fallback, 'nl']])), default: ['nl'] },
    resources: Object.fromEntries([...words].map(([code, { texts, terms }]) => [code, { texts, terms }])),
    ns: ['texts', 'terms'],
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
  return new Map(
    rows.map(({ code }) => [code, { texts: i18n.getFixedT(code, 'texts'), terms: i18n.getFixedT(code, 'terms') }]),
  )
}

function noWords(): never {
  throw new Error('No language has any words: content/languages/nl/texts.json was not loaded')
}
