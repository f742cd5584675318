import { loadLanguageTable } from '../../content/language-table.js'
import { loadUnderstandingWords } from '../../content/understanding-words.js'
import type { Place } from '../../services/places/place.js'
import { createUnderstand } from '../../services/understanding/understand.js'
import type { Expectation } from '../../services/understanding/understood.js'

export const languages = loadLanguageTable()
export const vocabulary = loadUnderstandingWords()
export const codes = languages.rows.map(row => row.code)

/** Knows one neighbourhood, so that these tests do not hang on a city's records. */
const findPlaces = (text: string): readonly Place[] =>
  /osdorp|1068/i.test(text) ? [{ area: 'osdorp', position: [52.36, 4.79] }] : []

export const understand = createUnderstand({
  words: vocabulary,
  languages,
  findPlaces,
  statedMinor: text => /\b(?:1[0-7])\b/.test(text) && /\bben\b/.test(text),
})

export const nothingOnOffer = (language: string): Expectation => ({ options: [], place: false, language })
