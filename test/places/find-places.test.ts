import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { gazetteerSchema } from '../../content/schema/area.js'
import { createFindPlaces } from '../../services/places/find-places.js'
import { placeFor } from '../../services/places/place-for.js'
import { nonPlaces, placePhrases } from './place-phrases.js'

const gazetteerOf = (pack: string) => {
  const file = new URL(`../../content/packs/${pack}/gazetteer.json`, import.meta.url)
  return gazetteerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
const amsterdam = gazetteerOf('amsterdam-example')
const findInAmsterdam = createFindPlaces(amsterdam)
const findInOvervecht = createFindPlaces(gazetteerOf('overvecht-example'))

const told = (places: ReturnType<typeof findInAmsterdam>) =>
  places.map(({ area, pc4 }) => (pc4 === undefined ? area : `${pc4} ${area}`))

test.each(placePhrases)('%s → %j', (phrase, ...areas) => expect(told(findInAmsterdam(phrase))).toEqual(areas))

test.each(nonPlaces)('no place: %s', phrase => expect(findInAmsterdam(phrase)).toEqual([]))

describe('the same function over another city', () => {
  test.each([
    ['Overvecht', 'overvecht'],
    ['ik woon in overvegt', 'overvecht'],
    ['3561', '3561 zamenhofdreef'],
    ['٣٥٦٤', '3564 tigrisdreef'],
    ['bij de Vechtse Banen', 'vechtsebanen'],
    ['winkelcentrum overvecht', 'zamenhofdreef'],
    ['زندگی در اوترخت', 'utrecht'],
    ['Zuilen', 'zuilen'],
    ['overal', 'utrecht'],
  ])('%s → %s', (phrase, area) => expect(told(findInOvervecht(phrase))).toEqual([area]))

  test('knows no place of the first', () => {
    for (const phrase of ['1057', 'Osdorp', 'Mercatorplein']) expect(findInOvervecht(phrase)).toEqual([])
  })
})

test('every own name of an area finds that area, alone and in a sentence', () => {
  const missed = amsterdam.areas
    .flatMap(({ id, name }) => [name, `Ik woon in ${name}.`, name.toUpperCase()].map(phrase => ({ id, phrase })))
    .filter(({ id, phrase }) => findInAmsterdam(phrase)[0]?.area !== id)
  expect(missed).toEqual([])
})

test('every landmark finds its area, and gives its own position', () => {
  const missed = amsterdam.landmarks.filter(({ name, area, position }) => {
    const [place] = findInAmsterdam(`vlakbij ${name}`)
    return place?.area !== area || place.position[0] !== position?.[0]
  })
  expect(missed.map(({ name }) => name)).toEqual([])
})

test('every alias finds its area among the candidates', () => {
  const missed = [...amsterdam.areas.map(area => ({ ...area, area: area.id })), ...amsterdam.landmarks].flatMap(
    ({ aliases, area }) =>
      aliases
        .filter(alias => !findInAmsterdam(alias).some(place => place.area === area))
        .map(alias => `${alias} (${area})`),
  )
  expect(missed).toEqual([])
})

test('every postcode is found in every script and with its letters, which are not kept', () => {
  for (const { pc4, area } of amsterdam.postcodes) {
    const arabic = String(pc4).replaceAll(/\d/g, digit => String.fromCodePoint(0x660 + Number(digit)))
    for (const phrase of [`${pc4}`, `${pc4} AB`, `${pc4}ab`, arabic])
      expect(told(findInAmsterdam(phrase))).toEqual([`${pc4} ${area}`])
  }
})

test('never fails, gives at most four and keeps nothing of the text but an area of the gazetteer', () => {
  const areas = new Set(amsterdam.areas.map(({ id }) => id))
  const words = fc.constantFrom(
    'osdorp',
    '1057',
    'bijlmer',
    'jan',
    '’',
    '٣',
    'in',
    'plein',
    '12-3',
    'ＡＢ',
    'ijburg',
    '\u0000',
    'gaasperdam',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map(list => list.join(' ')),
  )
  fc.assert(
    fc.property(texts, text => {
      const places = findInAmsterdam(text)
      expect(places.length).toBeLessThanOrEqual(4)
      for (const place of places) {
        expect(areas.has(place.area)).toBe(true)
        expect(Object.keys(place).every(key => ['area', 'pc4', 'position'].includes(key))).toBe(true)
      }
    }),
  )
})

test('a thousand words take no longer than the first of them', () => {
  const long = 'jan van galen '.repeat(20_000)
  const before = performance.now()
  findInAmsterdam(long)
  expect(performance.now() - before).toBeLessThan(200)
})

test('the place of a chosen area', () => {
  expect(placeFor(amsterdam, 'osdorp')?.area).toBe('osdorp')
  expect(placeFor(amsterdam, 'atlantis')).toBeUndefined()
})
