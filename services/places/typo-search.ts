import { distance } from 'fastest-levenshtein'
import { isPlaceMeant } from './is-place-meant.js'
import { joinSingle, type Name, type NameIndex, type NameMatch } from './name-index.js'
import type { NameToken } from './name-tokens.js'
import { ordinaryWords } from './ordinary-words.js'

/** From this many letters on one may be wrong; in a shorter name a wrong letter makes another word. */
const oneEditFrom = 5
/** From this many letters on two may be wrong. */
const twoEditsFrom = 9
/** A misspelt name of up to this many letters is too near to other words to count without a word of place before it. */
const lettersInDoubt = 5
/** More words than this are compared letter by letter only when spelled right. */
const maxWords = 4
/** In an answer of at most this many words the first letter too may be wrong; in a sentence that finds ordinary words. */
const shortAnswer = 2

interface Entry {
  readonly name: Name
  readonly letters: number
}

/** Finds names that differ from the words in the span by a few letters; of those, the ones that differ least. */
export function createTypoSearch(
  index: NameIndex,
): (tokens: readonly NameToken[], from: number, to: number) => NameMatch | undefined {
  const byLength = entriesByLength(index)
  const byStart = new Map([...byLength].map(([length, entries]) => [length, entriesByStart(entries)]))
  return (tokens, from, to) => {
    if (!mayBeTypo(tokens, from, to)) return undefined
    const text = joinSingle(tokens, from, to)
    const letters = letterBits(text)
    const found: Found = { names: [], edits: Infinity, words: to - from }
    for (let length = Math.max(oneEditFrom, text.length - 2); length <= text.length + 2; length += 1) {
      const entries = tokens.length <= shortAnswer ? byLength.get(length) : byStart.get(length)?.get(text.charCodeAt(0))
      for (const entry of entries ?? []) compare(text, letters, entry, found)
    }
    const { edits } = found
    const names = found.names.filter(name => hasSameEdges(name, tokens[from], tokens[to - 1]))
    if (names.length === 0) return undefined
    const isShort = names.some(({ single }) => Math.min(single.length, text.length) <= lettersInDoubt)
    const isJoined = to - from > 1
    const inDoubt = (isShort || isJoined) && !isPlaceMeant(tokens, from, to)
    return inDoubt ? undefined : { from, to, edits, targets: names.flatMap(({ targets }) => targets) }
  }
}

interface Found {
  readonly words: number
  names: Name[]
  edits: number
}

/** Keeps the name when it differs less than, or as little as, those found before. */
function compare(text: string, letters: number, { name, letters: wanted }: Entry, found: Found): void {
  const allowed = Math.min(found.edits, name.single.length < twoEditsFrom ? 1 : 2)
  if (bitCount(letters ^ wanted) > 2 * allowed || Math.abs(text.length - name.single.length) > allowed) return
  if (Math.abs(name.tokens - found.words) > 1) return
  const edits = isSwap(text, name.single) ? 1 : distance(text, name.single)
  if (edits > allowed) return
  found.names = edits < found.edits ? [name] : [...found.names, name]
  found.edits = edits
}

function entriesByLength(index: NameIndex): Map<number, Entry[]> {
  const byLength = new Map<number, Entry[]>()
  for (const name of index.values()) {
    if (name.ordinary || name.articled || name.single.length < oneEditFrom || /^\d/.test(name.single)) continue
    const entries = byLength.get(name.single.length) ?? []
    entries.push({ name, letters: letterBits(name.single) })
    byLength.set(name.single.length, entries)
  }
  return byLength
}

/** Under the code of every letter with which the name may be begun by ear. */
function entriesByStart(entries: readonly Entry[]): Map<number, Entry[]> {
  const byStart = new Map<number, Entry[]>()
  for (const entry of entries) {
    const first = entry.name.single.charAt(0)
    const starts = new Set([first, ...soundGroups.filter(group => group.includes(first)).join('')])
    for (const start of starts) byStart.set(start.charCodeAt(0), [...(byStart.get(start.charCodeAt(0)) ?? []), entry])
  }
  return byStart
}

/** One ordinary word is no misspelt name, and little words at the edge of a span are no part of one. */
function mayBeTypo(tokens: readonly NameToken[], from: number, to: number): boolean {
  if (to - from > maxWords) return false
  if (to - from > 1) return mayBeEdge(tokens[from], 3) && mayBeEdge(tokens[to - 1], 3)
  return mayBeEdge(tokens[from], oneEditFrom - 1) && !ordinaryWords.has(tokens[from]?.text ?? '')
}

const mayBeEdge = (token: NameToken | undefined, letters: number) =>
  token !== undefined && token.single.length >= letters && token.text > '9'

/** An ordinary word at the edge of a span belongs to the name as it is ("Oude Pijp"), or to something else. */
function hasSameEdges({ single }: Name, first: NameToken | undefined, last: NameToken | undefined): boolean {
  if (first !== undefined && ordinaryWords.has(first.text) && !single.startsWith(first.single)) return false
  return last === undefined || !ordinaryWords.has(last.text) || single.endsWith(last.single)
}

/** First letters that are written for one another by ear. */
const soundGroups = ['ck', 'fv', 'sz', 'gh', 'iye', 'ou', 'wv', 'bp', 'dt']

/** Two neighbouring letters in the wrong order are one slip. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

/** Which letters occur, as bits. Two texts a few edits apart differ in few bits, which costs far less to see. */
function letterBits(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31)
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
