import { words } from '../safety/normalise.js'

/** A phrase of the vocabulary and what it stands for. */
export interface Entry<T> {
  readonly phrase: string
  readonly value: T
}

/** A phrase found in a message: the places of its words there, rising. */
export interface Match<T> extends Entry<T> {
  readonly at: readonly number[]
}

export type PhraseIndex<T> = (message: readonly Word[]) => Match<T>[]

/** A word of a message and the forms under which it is looked up: itself, then without joined-on particles. */
export type Word = readonly [string, ...string[]]

/** Other words that may stand between two words of a phrase: "kan de huur niet betalen" is "kan niet betalen". */
const MOST_BETWEEN = 2
/** Words of one message that are read; a typical one has 3 to 20. Keeps the cost of a long one bounded. */
export const MOST_WORDS = 200
/** Shortest rest that is still a word once a particle is taken off. */
const SHORTEST_REST = 3

/**
 * And, with, to and the article are written onto the next word in Arabic; of, with and to in Tigrinya; the, of and that
 * in French ("l'huissier" is read as one word).
 */
const PARTICLES = /^(?:[وف]?(?:هال|ال|بال|كال|لل|ب|ل)|[وف]|[ንብዝ]|(?:qu|[ldjmns])(?=[aeiouyh]\p{L}{4}))/u

/** The normalised words of a message, ready to be looked up. */
export function readWords(said: readonly string[]): Word[] {
  return said.slice(0, MOST_WORDS).map(formsOf)
}

function formsOf(word: string): Word {
  const particle = PARTICLES.exec(word)?.[0] ?? ''
  const rest = word.slice(particle.length)
  return particle !== '' && rest.length >= SHORTEST_REST ? [word, rest] : [word]
}

interface Slot {
  readonly exact: ReadonlySet<string>
  readonly stems: readonly string[]
}
interface Parsed<T> {
  readonly entry: Entry<T>
  readonly rest: readonly Slot[]
}

const MONTHS = Array.from({ length: 19 }, (_, n) => String(n + 5)).join('|')
const AGES: Readonly<Record<string, string>> = { '#teen': '12|13|14|15|16|17', '#tot': '0|1|2|3|4', '#months': MONTHS }

/** Finds phrases by their first word, so that the cost grows with the message and hardly with the vocabulary. */
export function createPhraseIndex<T>(entries: Iterable<Entry<T>>): PhraseIndex<T> {
  const exact = new Map<string, Parsed<T>[]>()
  const stems = new Map<string, Parsed<T>[]>()
  let shortest = Infinity
  let longest = 0
  for (const entry of entries) {
    const [first, ...rest] = parse(entry.phrase)
    if (first === undefined) continue
    const parsed = { entry, rest }
    for (const word of first.exact) push(exact, word, parsed)
    for (const stem of first.stems) {
      push(stems, stem, parsed)
      shortest = Math.min(shortest, stem.length)
      longest = Math.max(longest, stem.length)
    }
  }
  return message => {
    const found: Match<T>[] = []
    message.forEach((word, at) => {
      for (const form of word) {
        follow(exact.get(form), message, at, found)
        const most = Math.min(longest, form.length)
        for (let n = shortest; n <= most; n += 1) follow(stems.get(form.slice(0, n)), message, at, found)
      }
    })
    return found
  }
}

/** Adds the phrases of `starting` whose other words follow too. Plain loops: this runs for every word of every message. */
function follow<T>(
  starting: readonly Parsed<T>[] | undefined,
  message: readonly Word[],
  start: number,
  found: Match<T>[],
): void {
  for (const { entry, rest } of starting ?? []) {
    const at = [start]
    for (const slot of rest) {
      const next = nextOf(slot, message, at.at(-1) ?? start)
      if (next === null) break
      at.push(next)
    }
    if (at.length === rest.length + 1) found.push({ phrase: entry.phrase, value: entry.value, at })
  }
}

function nextOf(slot: Slot, message: readonly Word[], from: number): number | null {
  for (let at = from + 1; at <= from + 1 + MOST_BETWEEN; at += 1)
    if (message[at]?.some(form => slot.exact.has(form) || slot.stems.some(stem => form.startsWith(stem)))) return at
  return null
}

/** A phrase word can fall apart when normalised ("по-късно"); then it is two slots, which only plain words do. */
function parse(phrase: string): Slot[] {
  return phrase.split(/\s+/).flatMap(slot => {
    const choices = (AGES[slot] ?? slot).split('|')
    const [only] = choices
    if (choices.length === 1 && only !== undefined && !only.endsWith('*'))
      return words(only).map(word => slotOf([word]))
    return [
      slotOf(
        choices.flatMap(choice =>
          words(choice)
            .slice(0, 1)
            .map(word => (choice.endsWith('*') ? `${word}*` : word)),
        ),
      ),
    ]
  })
}

function slotOf(choices: readonly string[]): Slot {
  const stems = choices.filter(choice => choice.endsWith('*')).map(choice => choice.slice(0, -1))
  return { exact: new Set(choices.filter(choice => !choice.endsWith('*'))), stems }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
