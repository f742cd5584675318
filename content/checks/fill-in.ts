import type { Pack } from '../schema/pack.js'
import type { LanguageWords } from '../texts.js'

/** How many terms are joined in a text that names several: more are never shown together. */
const JOINED = 2

/** Fills a text with the longest that can stand there: the real names of the pack and the longest terms of the language (C1, N2). */
export type FillIn = (text: string) => string

export function createFillIn(pack: Pack, { texts, terms }: LanguageWords, locale: string): FillIn {
  const longest = longestValues(pack, texts, terms, locale)
  return text => text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => longest[name] ?? whole)
}

function longestValues(
  { organisations, records }: Pack,
  texts: Readonly<Record<string, string>>,
  terms: Readonly<Record<string, string>>,
  locale: string,
): Readonly<Record<string, string>> {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const group = (words: Readonly<Record<string, string>>, prefix: string) =>
    Object.entries(words)
      .filter(([key]) => key.startsWith(prefix))
      .map(([, word]) => word)
      .toSorted((a, b) => b.length - a.length)
  const first = (words: readonly string[]) => words[0] ?? ''
  const organisation = first(organisations.map(({ name }) => name).toSorted((a, b) => b.length - a.length))
  const month = first(group(terms, 'month.'))
  return {
    runBy: organisation,
    paidBy: organisation,
    name: first(records.map(({ name }) => name).toSorted((a, b) => b.length - a.length)),
    language: first(group(terms, 'lang.')),
    topic: first(group(terms, 'topic.')),
    preference: list.format(group(terms, 'preference.').slice(0, JOINED)),
    reasons: list.format([...group(terms, 'topic.').slice(0, 1), ...group(texts, 'reason.').slice(0, 1)]),
    what: list.format(group(texts, 'wiped.what.')),
    date: `${first(group(terms, 'day.'))} 30 ${month}`,
    role: first(group(terms, 'host.')),
    firstName: 'Mohammed',
    label: first(group(terms, 'label.')),
    month,
    weekday: first(group(terms, 'day.')),
    day: '30',
    count: '30',
    km: '12',
    from: '09:00',
    until: '21:00',
    time: '21:00',
    code: 'vd-nl-22222222',
    phone: '+31 6 00 00 00 00',
    address: 'https://voordeur.example.org/verder?code=222222',
  }
}
