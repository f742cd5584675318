import { createPatternReader, type Slot } from './phrase-pattern.js'
import { WordIndex } from './word-index.js'

/** Other words that may stand between two words of a phrase: "ik wil [echt niet] meer leven". */
export const MOST_BETWEEN = 3

/** More slots than all phrases have; only for making one key of a point and a slot. */
const SLOTS = 1 << 20

/** Where a phrase begins. */
export const ROOT = -1

export interface Phrase<Tag> {
  readonly pattern: string
  readonly tag: Tag
  /** For phrases that make something less urgent: a typo must never do that ("geslagen" is not "geslapen"). */
  readonly exact: boolean
}

/**
 * A point is how far a phrase has been read. A place is where a word can stand: it leads from one point to the next.
 * Flat arrays, by number of the place, because every word of every message looks at many of them.
 */
export interface PhraseTree<Tag> {
  /** How many points there are. */
  readonly size: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Other words that may stand before it. */
  readonly between: Uint8Array
  /** 1 when only the word itself will do, with no slip of the pen. */
  readonly exact: Uint8Array
  /** By point: the phrases that are complete there. */
  readonly tags: readonly (readonly Tag[] | undefined)[]
  readonly index: WordIndex
}

/** All phrases as one tree that shares beginnings; each word knows its places in it. */
export function growPhraseTree<Tag>(phrases: Iterable<Phrase<Tag>>): PhraseTree<Tag> {
  const read = createPatternReader()
  const tags: (Tag[] | undefined)[] = []
  const froms: number[] = []
  const tos: number[] = []
  const betweens: number[] = []
  const exacts: number[] = []
  const index = new WordIndex()
  const children = new Map<number, number>()
  const newPoint = () => tags.push(undefined) - 1
  const newPlace = (from: number, to: number, between: number, exact: boolean) => {
    tos.push(to)
    betweens.push(between)
    exacts.push(exact ? 1 : 0)
    return froms.push(from) - 1
  }

  function grow(from: number, { adjacent, alternatives }: Slot, exact: boolean): number {
    const to = newPoint()
    const between = adjacent ? 0 : MOST_BETWEEN
    const shared = newPlace(from, to, between, exact)
    for (const pieces of alternatives) {
      let before = from
      pieces.forEach((piece, at) => {
        const last = at === pieces.length - 1
        if (last && at === 0) return index.add(piece, shared)
        const next = last ? to : newPoint()
        index.add(piece, newPlace(before, next, at === 0 ? between : 0, exact))
        before = next
      })
    }
    return to
  }

  for (const { pattern, tag, exact } of phrases) {
    let point = ROOT
    for (const slot of read(pattern)) {
      const key = ((point + 1) * SLOTS + slot.number) * 2 + (exact ? 1 : 0)
      const child = children.get(key) ?? grow(point, slot, exact)
      children.set(key, child)
      point = child
    }
    ;(tags[point] ??= []).push(tag)
  }
  const [from, to] = [Int32Array.from(froms), Int32Array.from(tos)]
  return {
    size: tags.length,
    from,
    to,
    between: Uint8Array.from(betweens),
    exact: Uint8Array.from(exacts),
    tags,
    index,
  }
}
