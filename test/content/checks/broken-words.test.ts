import { describe, expect, test } from '@jest/globals'
import type { CheckSubject } from '../../../content/checks/subject.js'
import { broken, real } from './broken.js'

function withText(language: string, key: string, text: string | null, file: 'texts' | 'terms' = 'texts'): CheckSubject {
  const own = real.words.get(language)
  if (!own) throw new Error(`No words in ${language}`)
  const { [key]: _old, ...others } = own[file]
  return {
    ...real,
    words: new Map([
      ...real.words,
      [language, { ...own, [file]: text === null ? others : { ...others, [key]: text } }],
    ]),
  }
}

const words: readonly (readonly [string, string, CheckSubject])[] = [
  ['a missing text', 'missing-key at tr/texts menu.ask', withText('tr', 'menu.ask', null)],
  ['a text that Dutch has not', 'extra-key at en/texts menu.nonsense', withText('en', 'menu.nonsense', 'Hello')],
  ['an empty text', 'empty-text at pl/texts bye.done', withText('pl', 'bye.done', ' ')],
  [
    'a plural form too few',
    'missing-key at ar/terms value.walkMinutes_two',
    withText('ar', 'value.walkMinutes_two', null, 'terms'),
  ],
  [
    'a placeholder left out',
    'placeholders-differ at fr/texts refer.relaxed',
    withText('fr', 'refer.relaxed', 'Tout ne va pas.'),
  ],
  ['half a placeholder', 'broken-placeholder at en/texts bye.done', withText('en', 'bye.done', 'Goodbye {{name}.')],
  [
    'a sentence of 16 words',
    'long-sentence at nl/texts bye.done',
    withText('nl', 'bye.done', `${'dag '.repeat(15)}dag.`),
  ],
  ['four sentences', 'many-sentences at nl/texts bye.done', withText('nl', 'bye.done', 'Een. Twee. Drie. Vier.')],
  [
    'four sentences in Tigrinya',
    'many-sentences at ti/texts bye.done',
    withText('ti', 'bye.done', 'ሰላም። ሰላም። ሰላም፧ ሰላም።'),
  ],
  ['more than 600 characters', 'long-text at nl/texts bye.done', withText('nl', 'bye.done', `${'a'.repeat(600)}.`)],
  ['a long mean', 'mean-sentence at nl', withText('nl', 'bye.done', `${'dag '.repeat(4000)}dag.`)],
  ['two questions', 'two-questions at ar/texts bye.done', withText('ar', 'bye.done', 'كيف؟ متى؟')],
  ['a question in the middle', 'question-not-last at nl/texts bye.done', withText('nl', 'bye.done', 'Goed? Dag.')],
  ['an opening too long', 'long-opening at uk/texts opening.hello.demo', withText('uk', 'kept.web', 'я '.repeat(150))],
  [
    'a label too long with its pictogram',
    'long-label at en menu.letter',
    withText('en', 'menu.letter', 'A letter or a form now'),
  ],
  [
    'a wish too long',
    'long-label at en preference.free',
    withText('en', 'preference.free', 'It costs nothing at all there', 'terms'),
  ],
  ['Arabic digits', 'other-digits at ar/texts bye.done', withText('ar', 'bye.done', 'بعد ٢٤ ساعة.')],
  ['a double space', 'stray-space at nl/texts bye.done', withText('nl', 'bye.done', 'Graag  gedaan.')],
  ['a hidden mark', 'stray-space at nl/texts bye.done', withText('nl', 'bye.done', 'Graag\u200b gedaan.')],
  ['a Latin word in Arabic', 'wrong-letters at ar/texts bye.done', withText('ar', 'bye.done', 'أهلاً ok')],
  ['a Latin а inside Cyrillic', 'wrong-letters at bg/texts bye.done', withText('bg', 'bye.done', 'Няма зa какво.')],
  ['a Russian letter in Ukrainian', 'wrong-letters at uk/texts bye.done', withText('uk', 'bye.done', 'Мы тут.')],
  ['no mark for unreviewed text', 'no-review-mark at so', withText('so', 'opening.unreviewed', null)],
]

describe('words', () => {
  test.each(words)('%s', (_, issue, subject) => {
    expect(broken(subject)).toContain(issue)
  })
})

const forbidden: readonly (readonly [string, string, string, string])[] = [
  ['problem-word', 'nl', 'menu.ask', 'Wat is uw probleem?'],
  ['problem-word', 'ar', 'menu.ask', 'ما المشكلة؟'],
  ['problem-word', 'bg', 'other.ask', 'Какъв е проблемът?'],
  ['policy-word', 'nl', 'bye.done', 'Dit is voor de doelgroep.'],
  ['policy-word', 'nl', 'bye.done', 'Ga naar het OKC.'],
  ['pressure-word', 'nl', 'bye.done', 'U moet komen.'],
  ['pressure-word', 'nl', 'bye.done', 'Komen is verplicht.'],
  ['pressure-word', 'fr', 'bye.done', 'Vous devez venir.'],
  ['promise', 'nl', 'bye.done', 'U krijgt geld.'],
  ['promise', 'pl', 'bye.done', 'Gwarantujemy miejsce.'],
  ['absolute-promise', 'en', 'bye.done', 'Nobody will ever know.'],
  ['child-interprets', 'nl', 'bye.done', 'Uw kind kan vertalen.'],
  ['informal-address', 'nl', 'bye.done', 'Dank je.'],
  ['informal-address', 'tr', 'bye.done', 'Bu senin.'],
  ['names-authority', 'nl', 'opening.hello', 'Dag, ik ben van de gemeente, {{runBy}}.'],
]

describe('words that are never said', () => {
  test.each(forbidden)('%s in %s %s: %s', (rule, language, key, text) => {
    expect(broken(withText(language, key, text))).toContain(`${rule} at ${language}/texts ${key}`)
  })

  const allowed: readonly (readonly [string, string, string])[] = [
    ['nl', 'bye.done', 'Komen is niet verplicht.'],
    ['nl', 'bye.done.young', 'Dank je.'],
    ['nl', 'bye.done', 'Dit staat in uw projectplan.'],
    ['pl', 'bye.done', 'Nie musisz przychodzić.'],
    ['ar', 'bye.done', 'في المدينة.'],
  ]
  test.each(allowed)('%s %s may say: %s', (language, key, text) => {
    expect(broken(withText(language, key, text))).toEqual([])
  })
})

describe('languages', () => {
  const [nl, ...others] = real.languages
  const languages = [
    ['text that runs the wrong way', 'wrong-direction at nl', { direction: 'rtl' }],
    ['a fall-back that is not there', 'unknown-fallback at nl', { fallback: ['xx'] }],
  ] as const
  test.each(languages)('%s', (_, issue, change) => {
    if (!nl) throw new Error('Dutch is not there')
    expect(broken({ ...real, languages: [{ ...nl, ...change }, ...others] })).toContain(issue)
  })

  test('a language without a list of forbidden words', () => {
    const dutch = real.words.get('nl')
    if (!dutch) throw new Error('Dutch is not there')
    expect(broken({ ...real, words: new Map([...real.words, ['xx', dutch]]) })).toContain('no-forbidden-words at xx')
  })
})
