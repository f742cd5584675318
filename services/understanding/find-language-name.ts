import type { LanguageTable } from '../../content/language-table.js'
import type { WordsByLanguage } from '../../content/understanding-words.js'
import { normalise } from '../safety/normalise.js'

/** "English please", "in het Turks": beyond this it is a sentence about a language. */
const LONGEST_WISH = 3

/** The language that a message names and says nothing else about; null otherwise. Any language's name for itself, Dutch and English names. */
export function createFindLanguageName(table: LanguageTable, words: WordsByLanguage) {
  const names = new Map<string, string>()
  for (const other of table.others) names.set(normalise(other.ownName), other.code)
  for (const { code, ownName, dutchName, englishName } of table.rows)
    for (const name of [ownName, dutchName, englishName]) names.set(normalise(name), code)
  const fillers = new Set(Object.values(words).flatMap(own => own.functionWords.map(word => normalise(word))))
  return function findLanguageName(said: readonly string[]): string | null {
    if (said.length > LONGEST_WISH) return null
    const named = said.filter(word => names.has(word))
    const wish = named.length === 1 && said.every(word => names.has(word) || fillers.has(word))
    return wish ? (names.get(named[0] ?? '') ?? null) : null
  }
}
