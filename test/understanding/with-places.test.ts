import { expect, test } from '@jest/globals'
import { loadPack } from '../../content/load-pack.js'
import { createFindPlaces } from '../../services/places/find-places.js'
import { createUnderstand } from '../../services/understanding/understand.js'
import { languages, nothingOnOffer, vocabulary } from './make-understand.js'

const pack = loadPack(new URL('../../content/packs/amsterdam-example/', import.meta.url))
const understand = createUnderstand({
  words: vocabulary,
  languages,
  findPlaces: createFindPlaces(pack.gazetteer),
  statedMinor: text => text.startsWith('ik ben 15'),
})
const read = (text: string) => understand(text, nothingOnOffer('nl')).meaning

test.each(['Osdorp', '1057', 'Mercatorplein', 'in Geuzenveld'])('a place without being asked: %s', text => {
  expect(read(text).type).toBe('place')
})

test.each([
  ['hoi', 'greeting'],
  ['terug', 'command'],
  ['schulden', 'topics'],
  ['school', 'topics'],
  ['koffie', 'topics'],
  ['ik heb schulden en woon in Osdorp', 'topics'],
  ['blauw', 'unclear'],
])('no place in "%s"', (text, type) => {
  expect(read(text).type).toBe(type)
})

test('asked where, an ordinary sentence with a place in it is the place', () => {
  const meaning = understand('ik woon vlakbij Mercatorplein', { options: [], place: true, language: 'nl' }).meaning
  expect(meaning.type).toBe('place')
})

test('the age she states is asked of whoever knows, and its answer is handed on', () => {
  expect(understand('ik ben 15 en heb schulden', nothingOnOffer('nl')).minor).toBe(true)
  expect(understand('mijn dochter van 15 luistert niet', nothingOnOffer('nl')).minor).toBe(false)
})
