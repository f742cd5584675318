import { createPatternReader, type Slot } from './phrase-pattern.js'
import { WordIndex } from './word-index.js'

/** Other words that may stand between two words of a phrase: "ik wil [echt niet] meer leven". */
export const MOST_BETWEEN = 2

/** Where a phrase begins. */
export const ROOT = -1

/** A word that may stand at this place leads from one point of a phrase to the next. */
export interface Place {
  readonly from: number
  readonly to: number
  /** Other words that may stand before it. */
  readonly between: number
  /** Whether only the word itself will do, with no slip of the pen. */
  readonly exact: boolean
}

export interface Phrase<Tag> {
  readonly pattern: string
  readonly tag: Tag
  /** For phrases that make something less urgent: a typo must never do that ("geslagen" is not "geslapen"). */
  readonly exact: boolean
}

export interface PhraseTree<Tag> {
  /** Points in phrases; each is the end of what was read so far. */
  readonly size: number
  readonly places: readonly Place[]
  /** By point: the phrases that are complete there. */
  readonly tags: readonly (readonly Tag[] | undefined)[]
  readonly index: WordIndex
}

/** All phrases as one tree that shares beginnings; each word knows its places in it. */
export function growPhraseTree<Tag>(phrases: Iterable<Phrase<Tag>>): PhraseTree<Tag> {
  const read = createPatternReader()
  const tags: (Tag[] | undefined)[] = []
  const places: Place[] = []
  const index = new WordIndex()
  const children = new Map<string, number>()
  const newPoint = () => tags.push(undefined) - 1
  const newPlace = (place: Place) => places.push(place) - 1

  function grow(from: number, { adjacent, alternatives }: Slot, exact: boolean): number {
    const to = newPoint()
    const between = adjacent ? 0 : MOST_BETWEEN
    const shared = newPlace({ from, to, between, exact })
    for (const pieces of alternatives) {
      let before = from
      pieces.forEach((piece, at) => {
        const last = at === pieces.length - 1
        if (last && at === 0) return index.add(piece, shared)
        const next = last ? to : newPoint()
        index.add(piece, newPlace({ from: before, to: next, between: at === 0 ? between : 0, exact }))
        before = next
      })
    }
    return to
  }

  for (const { pattern, tag, exact } of phrases) {
    let point = ROOT
    for (const slot of read(pattern)) {
      const key = `${exact ? '=' : '~'}${point}${slot.key}`
      const child = children.get(key) ?? grow(point, slot, exact)
      children.set(key, child)
      point = child
    }
    ;(tags[point] ??= []).push(tag)
  }
  return { size: tags.length, places, tags, index }
}
