import { describe, expect, test } from '@jest/globals'
import { check } from './danger-sets.js'

const sentences = [
  ['ik wil niet meer leven', 'suicide'],
  ['mijn man slaat mij elke dag', 'domestic-violence'],
  ['my boyfriend strangled me', 'domestic-violence'],
  ['I want to kill myself', 'suicide'],
  ['kocam beni dövüyor', 'domestic-violence'],
  ['quiero suicidarme', 'suicide'],
  ['mon mari me frappe', 'domestic-violence'],
  ['mąż mnie bije', 'domestic-violence'],
  ['زوجي يضربني', 'domestic-violence'],
  ['чоловік мене б’є', 'domestic-violence'],
] as const

const RIGHT_TO_LEFT_MARK = '\u200f'
const OVERRIDE = '\u202e'
const longest = (text: string) => text.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? ''
/** Changes the longest word; words under six letters keep their spelling, because a slip makes them other words. */
const inLongest = (text: string, change: (word: string) => string) => text.replace(longest(text), change)
const lookAlike: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', а: 'a', е: 'e', о: 'o' }

const disguises: Readonly<Record<string, (text: string) => string>> = {
  capitals: text => text.toLocaleUpperCase('en'),
  'emoji and signs between': text => text.split(' ').join(' 😭!! '),
  'missing accents': text => text.normalize('NFD').replace(/\p{Mn}/gu, ''),
  'a letter held down': text => inLongest(text, word => word.slice(0, -1) + (word.at(-1) ?? '').repeat(6)),
  'a doubled letter': text => inLongest(text, word => word.slice(0, 3) + word.slice(2)),
  'right-to-left marks': text => OVERRIDE + text.split(' ').join(` ${RIGHT_TO_LEFT_MARK}`),
  'zero width between letters': text => inLongest(text, word => [...word].join('\u200b')),
  'line breaks and tabs': text => text.replaceAll(' ', '\n\t'),
  'full-width letters': text =>
    text.replace(/[a-z]/g, letter => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  'a look-alike letter of another script': text =>
    inLongest(text, word => word.replace(/[aeoаео]/, letter => lookAlike[letter] ?? letter)),
}

describe.each(sentences)('%s', (text, category) => {
  test.each(Object.keys(disguises))('with %s', name => {
    expect(check(disguises[name]?.(text) ?? '')).toMatchObject({ type: 'danger', category })
  })

  test('at the start, the end and inside 5,000 characters', () => {
    const filler = 'Ik heb een vraag over de brief van de gemeente. '.repeat(105)
    const room = 5_000 - text.length - 2
    const places = [0, room, 1_200].map(at =>
      `${filler.slice(0, at)} ${text} ${filler.slice(at, room)}`.slice(0, 5_000),
    )
    for (const place of places) expect(check(place)).toMatchObject({ type: 'danger', category })
  })

  test('at the end of a message that is too long', () => {
    expect(check(`${'woord '.repeat(3_000)}${text}`)).toMatchObject({ type: 'danger', category })
  })
})

test.each([
  ['ikwilnietmeerleven', 'suicide'],
  ['iwanttokillmyself', 'suicide'],
  ['mijnmanslaatmij', 'domestic-violence'],
  ['myhusbandhitsme', 'domestic-violence'],
  ['kocambenidövüyor', 'domestic-violence'],
  ['quieromorir', 'suicide'],
  ['monmarimefrappe', 'domestic-violence'],
] as const)('without spaces: %s', (text, category) => {
  expect(check(text)).toMatchObject({ type: 'danger', category })
})

test.each([
  ['ik wil zelfmrood plegen', 'suicide'],
  ['I want to kill mysefl', 'suicide'],
  ['my boyfirend strangled me', 'domestic-violence'],
  ['ben verkragt', 'sexual-violence'],
  ['tecavuze ugradim', 'sexual-violence'],
] as const)('swapped, missing or other letters: %s', (text, category) => {
  expect(check(text)).toMatchObject({ type: 'danger', category })
})

test.each([
  'verzekeringsmaatschappij',
  'kinderopvangtoeslag',
  'arbeidsongeschiktheidsuitkering',
  'huurachterstand',
  'mijngemeentehuis',
])('a long word is not torn into a danger: %s', text => {
  expect(check(text).type).toBe('none')
})
