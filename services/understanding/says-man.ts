import type { WordsByLanguage } from '../../content/understanding-words.js'
import { words } from '../safety/normalise.js'
import { createPhraseIndex, readWords } from './phrase-index.js'

/** Whether the writer says that he is a man or a father, or asks for men (E5). Never inferred from a name or language. */
export function createSaysMan(vocabulary: WordsByLanguage) {
  const index = createPhraseIndex(
    Object.entries(vocabulary).flatMap(([language, own]) => own.men.map(phrase => ({ phrase, value: language }))),
  )
  return function saysMan(text: string, language: string): boolean {
    return index(readWords(words(text))).some(({ value }) => value === language || value === 'nl')
  }
}
