import type { DangerWords } from '../../content/danger-words.js'
import { lookedAt } from './looked-at.js'
import { createPhraseFinder } from './phrase-finder.js'
import { isMinorAge } from './word-index.js'

/** Words after the number that are read for "weeks", "minutes", "ago". */
const WORDS_AFTER = 3

/** Whether the writer says that she herself is 6 to 17 years old (E7). A child she writes about does not count. */
export function createStatedMinor(dangerWords: readonly DangerWords[]): (text: string) => boolean {
  const isMinor = createMinorFinder(dangerWords)
  return text => isMinor(lookedAt(text))
}

/** The same for words that are already normalised. */
export function createMinorFinder(dangerWords: readonly DangerWords[]): (text: readonly string[]) => boolean {
  const findAge = createPhraseFinder(
    dangerWords.flatMap(({ language, age, ageAlone }) => [
      ...age.map(pattern => ({ pattern, tag: { language, alone: false } })),
      ...ageAlone.map(pattern => ({ pattern, tag: { language, alone: true } })),
    ]),
  )
  const findNotAge = createPhraseFinder(
    dangerWords.flatMap(({ language, notAge }) => notAge.map(pattern => ({ pattern, tag: language }))),
  )

  return text => {
    const ages = findAge(text).hits.filter(({ tag, start, end }) => !tag.alone || end - start + 1 === text.length)
    if (ages.length === 0) return false
    const units = findNotAge(text).hits
    return ages.some(({ tag, start, end }) => {
      const number = text.findIndex((word, at) => at >= start && at <= end && isMinorAge(word))
      return !units.some(unit => unit.tag === tag.language && unit.start > number && unit.start <= number + WORDS_AFTER)
    })
  }
}
