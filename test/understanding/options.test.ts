import { describe, expect, test } from '@jest/globals'
import type { Expectation } from '../../services/understanding/understood.js'
import { codes, nothingOnOffer, understand, vocabulary } from './make-understand.js'

const labels: Readonly<Record<string, readonly string[]>> = {
  nl: ['📄 Brief of formulier', '💶 Geld en rekeningen', '🧒 Kind of school'],
  en: ['📄 Letter or form', '💶 Money and bills', '🧒 Child or school'],
  tr: ['📄 Mektup veya belge', '💶 Para ve faturalar', '🧒 Çocuk veya okul'],
  ar: ['📄 رسالة أو استمارة', '💶 المال والفواتير', '🧒 طفل أو مدرسة'],
  ti: ['📄 ደብዳበ ወይ ፎርም', '💶 ገንዘብን ክፍሊትን', '🧒 ቆልዓ ወይ ቤት ትምህርቲ'],
  pl: ['📄 List lub formularz', '💶 Pieniądze i rachunki', '🧒 Dziecko lub szkoła'],
  bg: ['📄 Писмо или формуляр', '💶 Пари и сметки', '🧒 Дете или училище'],
  es: ['📄 Carta o formulario', '💶 Dinero y facturas', '🧒 Niño o escuela'],
  fr: ['📄 Lettre ou formulaire', '💶 Argent et factures', '🧒 Enfant ou école'],
  uk: ['📄 Лист або анкета', '💶 Гроші та рахунки', '🧒 Дитина або школа'],
  so: ['📄 Warqad ama foom', '💶 Lacag iyo biilal', '🧒 Ilmo ama dugsi'],
  fa: ['📄 نامه یا فرم', '💶 پول و قبض‌ها', '🧒 کودک یا مدرسه'],
}
const ids = ['paper', 'money', 'child']
const emoji = ['📄', '💶', '🧒']
const expectation = (language: string): Expectation => ({
  options: (labels[language] ?? []).map((label, at) => ({ id: ids[at] ?? '', label })),
  place: false,
  language,
})
const digits = (zero: number, number: number) => String.fromCodePoint(zero + number)
const scripts = { latin: 0x30, 'arabic-indic': 0x660, persian: 0x6f0 }

describe.each(codes)('%s', language => {
  const chosen = (text: string) => understand(text, expectation(language)).meaning
  const rows = ids.map((id, at) => ({ id, number: at + 1, label: labels[language]?.[at] ?? '', sign: emoji[at] ?? '' }))

  test.each(rows)('$id is chosen in every form', ({ id, number, label, sign }) => {
    const bare = label.slice(sign.length).trim()
    const forms = [
      id,
      label,
      bare,
      bare.toUpperCase(),
      `${bare} !`,
      sign,
      `${number}️⃣`,
      `nr ${number}`,
      `${number}.`,
      `optie ${number}`,
      ...Object.values(scripts).map(zero => digits(zero, number)),
      bare.slice(0, -2), // cut off
      `${bare.slice(0, -1)}${bare.at(-1) === 'x' ? 'y' : 'x'}`, // typo at distance 1
      `${bare.slice(0, 3)}${bare.slice(4)}`, // a letter lost
    ]
    for (const form of forms) expect([form, chosen(form)]).toEqual([form, { type: 'choice', option: id }])
  })

  test('yes and no of every language are the options yes and no', () => {
    const options = [
      { id: 'yes', label: 'Y…' },
      { id: 'no', label: 'N…' },
    ]
    for (const phrase of vocabulary[language]?.yes ?? [])
      expect([phrase, understand(phrase, { options, place: false, language }).meaning]).toEqual([
        phrase,
        { type: 'choice', option: 'yes' },
      ])
    for (const phrase of vocabulary[language]?.no ?? [])
      expect([phrase, understand(phrase, { options, place: false, language }).meaning]).toEqual([
        phrase,
        { type: 'choice', option: 'no' },
      ])
  })

  test('"I do not know" and "rather not say" are the option on offer, else skip', () => {
    const options = [
      { id: 'today', label: '…1' },
      { id: 'unknown', label: '…2' },
    ]
    for (const phrase of vocabulary[language]?.dontKnow ?? []) {
      expect([phrase, understand(phrase, { options, place: false, language }).meaning]).toEqual([
        phrase,
        { type: 'choice', option: 'unknown' },
      ])
      expect([phrase, understand(phrase, nothingOnOffer(language)).meaning]).toEqual([
        phrase,
        { type: 'command', command: 'skip' },
      ])
    }
    for (const phrase of vocabulary[language]?.ratherNot ?? [])
      expect([phrase, understand(phrase, nothingOnOffer(language)).meaning]).toEqual([
        phrase,
        { type: 'command', command: 'skip' },
      ])
  })
})

test('no word is yes in one language and no in another, but for the listed ones', () => {
  const yes = new Set(Object.values(vocabulary).flatMap(own => own.yes))
  const both = Object.values(vocabulary)
    .flatMap(own => own.no)
    .filter(phrase => yes.has(phrase))
  expect(both).toEqual([])
})

test('digits in labels are exact: "4-12" is not a typo of "4-13", and a number that is not on offer chooses nothing', () => {
  const options = [
    { id: 'small', label: '0-4 jaar' },
    { id: 'big', label: '4-12 jaar' },
  ]
  const read = (text: string) => understand(text, { options, place: false, language: 'nl' }).meaning
  expect(read('4-12 jaar')).toEqual({ type: 'choice', option: 'big' })
  expect(read('4-13 jaar').type).not.toBe('choice')
  expect(read('7').type).toBe('unclear')
})

test('one word of one label chooses it; a word that two labels share chooses none', () => {
  expect(understand('rekeningen', expectation('nl')).meaning).toEqual({ type: 'choice', option: 'money' })
  const options = [
    { id: 'a', label: 'Brief lezen' },
    { id: 'b', label: 'Brief schrijven' },
  ]
  expect(understand('brief', { options, place: false, language: 'nl' }).meaning).toEqual({
    type: 'topics',
    topics: ['money-letter'],
  })
})

test('a place is heard when asked for, as a postcode, or alone', () => {
  const asked: Expectation = { options: [], place: true, language: 'nl' }
  expect(understand('ik woon in osdorp en heb schulden', asked).meaning.type).toBe('place')
  expect(understand('1068', nothingOnOffer('nl')).meaning.type).toBe('place')
  expect(understand('osdorp', nothingOnOffer('nl')).meaning.type).toBe('place')
  expect(understand('ik woon in osdorp en heb schulden', nothingOnOffer('nl')).meaning.type).toBe('topics')
  expect(understand('terug', asked).meaning).toEqual({ type: 'command', command: 'back' })
})
