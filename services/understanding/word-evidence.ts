import type { LanguageTable } from '../../content/language-table.js'
import type { UnderstandingWords, WordsByLanguage } from '../../content/understanding-words.js'
import { words as wordsOf } from '../safety/normalise.js'

/** What a frequent word says for its language; a word that several languages share is divided among them. */
const FUNCTION_WORD = 1
/** What a word of the vocabulary says: less, for people borrow exactly these from Dutch. */
const SUBJECT_WORD = 0.5
/** Shorter subject words are borrowed and shared too often to tell languages apart. */
const SHORTEST_SUBJECT = 4

type Weights = Map<string, number>

/** Scores per language for the words of a message. A word counts once; a word of n languages counts 1/n for each. */
export function createWordEvidence(table: LanguageTable, words: WordsByLanguage) {
  const exact = new Map<string, Weights>()
  const stems = new Map<string, Weights>()
  for (const [code, own] of Object.entries(words))
    for (const subject of subjectsOf(own)) addSubject(exact, stems, code, subject)
  for (const [code, own] of Object.entries(words)) addFunctionWords(exact, code, own.functionWords)
  for (const other of table.others) addFunctionWords(exact, other.code, other.functionWords)
  return function evidence(said: readonly string[]): Weights {
    const scores: Weights = new Map()
    for (const word of new Set(said)) {
      const weights = weightsOf(word, exact, stems)
      for (const [code, weight] of weights) scores.set(code, (scores.get(code) ?? 0) + weight / weights.size)
    }
    return scores
  }
}

function weightsOf(word: string, exact: ReadonlyMap<string, Weights>, stems: ReadonlyMap<string, Weights>): Weights {
  const all: Weights = new Map()
  for (let n = SHORTEST_SUBJECT; n <= word.length; n += 1) merge(all, stems.get(word.slice(0, n)))
  merge(all, exact.get(word))
  return all
}

function merge(all: Weights, more: Weights | undefined): void {
  for (const [code, weight] of more ?? []) all.set(code, Math.max(weight, all.get(code) ?? 0))
}

function* subjectsOf(own: UnderstandingWords): Generator<string> {
  for (const { strong, weak } of Object.values(own.topics))
    for (const phrase of [...strong, ...weak]) yield* phrase.split(/[\s|]+/)
  for (const phrase of [...own.greetings, ...own.other]) yield* phrase.split(/\s+/)
}

function addSubject(exact: Map<string, Weights>, stems: Map<string, Weights>, code: string, subject: string): void {
  const [word] = wordsOf(subject)
  if (word === undefined || word.length < SHORTEST_SUBJECT) return
  set(subject.endsWith('*') ? stems : exact, word, code, SUBJECT_WORD)
}

function addFunctionWords(exact: Map<string, Weights>, code: string, list: readonly string[]): void {
  for (const entry of list) for (const word of wordsOf(entry)) set(exact, word, code, FUNCTION_WORD)
}

function set(map: Map<string, Weights>, word: string, code: string, weight: number): void {
  const known = map.get(word)
  if (known) known.set(code, weight)
  else map.set(word, new Map([[code, weight]]))
}
