import type { DangerWords } from '../../content/danger-words.js'
import { lookedAt } from './looked-at.js'
import { createPhraseFinder, type Hit } from './phrase-finder.js'
import { growPhraseTree, type Phrase } from './phrase-tree.js'
import { isMinorAge } from './word-index.js'

/** Words after the number that are read for "weeks", "minutes", "ago". */
const WORDS_AFTER = 3

export interface AgeTag {
  /** An age of the writer; one only when nothing else is said; a word that makes the number something else. */
  readonly type: 'age' | 'age-alone' | 'not-age'
  readonly language: string
}

/** Whether the writer says that she herself is 6 to 17 years old (E7). A child she writes about does not count. */
export function createStatedMinor(dangerWords: readonly DangerWords[]): (text: string) => boolean {
  const finder = createPhraseFinder(growPhraseTree(dangerWords.flatMap(agePhrases)))
  return text => {
    const words = lookedAt(text)
    return isMinor(words, finder.walk(finder.place(words)).hits)
  }
}

export function agePhrases({ language, age, ageAlone, notAge }: DangerWords) {
  const tagged =
    (type: AgeTag['type']) =>
    (pattern: string): Phrase<AgeTag> => ({
      pattern,
      tag: { type, language },
      exact: false,
    })
  return [...age.map(tagged('age')), ...ageAlone.map(tagged('age-alone')), ...notAge.map(tagged('not-age'))]
}

/** The same for words and the hits in them. */
export function isMinor(text: readonly string[], hits: readonly Hit<AgeTag>[]): boolean {
  const units = hits.filter(({ tag }) => tag.type === 'not-age')
  return hits.some(({ tag, start, end }) => {
    if (tag.type === 'not-age' || (tag.type === 'age-alone' && end - start + 1 < text.length)) return false
    const number = text.findIndex((word, at) => at >= start && at <= end && isMinorAge(word))
    return !units.some(
      unit => unit.tag.language === tag.language && unit.start > number && unit.start <= number + WORDS_AFTER,
    )
  })
}
