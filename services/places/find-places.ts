import type { Gazetteer } from '../../content/schema/area.js'
import { createChoosePlaces } from './choose-places.js'
import { createFindNames } from './find-names.js'
import { createFindPostcodes } from './find-postcodes.js'
import { createNameIndex } from './name-index.js'
import { nameTokens, type NameToken } from './name-tokens.js'
import { anywherePhrases, articles, fillerWords, placeCues } from './ordinary-words.js'
import type { Place } from './place.js'

/** Longer texts are read up to here: a place is asked in a line, and a pasted letter must not hold up the turn. */
export const maxCharacters = 1000

/**
 * Finds the places that a free text names: four postcode digits in any script, or a neighbourhood, district, landmark
 * or street, also misspelt. Up to four when it can be several, best first; none when it names no place. What is
 * returned is an area and at most four digits: never a house number or a street (H3).
 */
export function createFindPlaces(gazetteer: Gazetteer): (text: string) => readonly Place[] {
  const findNames = createFindNames(createNameIndex(gazetteer))
  const findPostcodes = createFindPostcodes(gazetteer)
  const choosePlaces = createChoosePlaces(gazetteer)
  const city = gazetteer.areas.find(({ level }) => level === 'city')
  const anywhere: readonly Place[] = city === undefined ? [] : [{ area: city.id, position: city.position }]
  return text => {
    const read = text.slice(0, maxCharacters)
    const tokens = nameTokens(read)
    const places = choosePlaces([...findPostcodes(tokens, lastGap(read)), ...findNames(tokens)])
    return places.length === 0 && meansAnywhere(tokens) ? anywhere : places
  }
}

/** What stands behind the last letter or digit: an amount may end in its sign. */
const lastGap = (text: string) => /[^\p{L}\p{N}]*$/u.exec(text)?.[0] ?? ''

/** "Anywhere" counts when it is all that was said: "I have pain everywhere" is no place. */
function meansAnywhere(tokens: readonly NameToken[]): boolean {
  const said = tokens.map(({ text }) => text)
  const bare = said.filter(word => !articles.has(word) && !placeCues.has(word) && !fillerWords.has(word))
  return anywherePhrases.has(said.join(' ')) || anywherePhrases.has(bare.join(' '))
}
