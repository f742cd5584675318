import type { NameToken } from './name-tokens.js'
import { articles, fillerWords, placeCues } from './ordinary-words.js'

/**
 * Whether an ordinary word at this span means the place: it is all that was said, or a word of place stands before it
 * ("in Oost", "bij de Dam").
 */
export function isPlaceMeant(tokens: readonly NameToken[], from: number, to: number): boolean {
  const rest = tokens.filter((_, at) => at < from || at >= to)
  if (rest.every(({ text }) => isLittle(text))) return true
  const before = tokens[from - 1]?.text ?? ''
  return placeCues.has(articles.has(before) ? (tokens[from - 2]?.text ?? '') : before)
}

const isLittle = (word: string) => articles.has(word) || placeCues.has(word) || fillerWords.has(word)
