import type { UnderstandingWords, WordsByLanguage } from '../../content/understanding-words.js'
import { createPhraseIndex, type Word } from './phrase-index.js'

/** A list of phrases that say one thing and no topic. */
type List = 'other' | 'rulings' | 'ifWorking' | 'quiet'

/** Whether a message says what one list of the vocabulary stands for, in the languages given or in Dutch. */
export function createSaysAny(vocabulary: WordsByLanguage, list: List & keyof UnderstandingWords) {
  const index = createPhraseIndex(
    Object.entries(vocabulary).flatMap(([language, own]) => own[list].map(phrase => ({ phrase, value: language }))),
  )
  return function saysAny(message: readonly Word[], languages: readonly string[]): boolean {
    return index(message).some(({ value }) => value === 'nl' || languages.includes(value))
  }
}
