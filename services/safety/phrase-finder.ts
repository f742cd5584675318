import { squeeze } from './normalise.js'
import type { PhraseTree } from './phrase-tree.js'
import { ReachedPoints } from './reached-points.js'

export interface Hit<Tag> {
  readonly tag: Tag
  /** Index of the first and the last word of the phrase in the text. */
  readonly start: number
  readonly end: number
}

export interface Found<Tag> {
  readonly hits: readonly Hit<Tag>[]
  /** Comparisons made, so that a test can show that the cost grows with the length and not faster. */
  readonly steps: number
}

/** Walks a text once; each word only touches the places where it can stand. */
export function createPhraseFinder<Tag>({ size, places, tags, index }: PhraseTree<Tag>) {
  const reached = new ReachedPoints(size)
  const placesOf = (word: string): readonly number[] => {
    const found = index.places(word)
    const near = index.nearPlaces(word).filter(number => places[number]?.exact === false)
    return near.length === 0 ? found : [...found, ...near]
  }

  /** `text` is words of `normalise`; an empty word stands for one that must not be looked at. */
  return function find(text: readonly string[]): Found<Tag> {
    const known = new Map<string, readonly number[]>()
    const hits: Hit<Tag>[] = []
    let steps = 0
    text.forEach((word, at) => {
      if (word === '') return
      const found = known.get(word) ?? placesOf(squeeze(word))
      known.set(word, found)
      steps += 1 + found.length
      for (const number of found) {
        const place = places[number]
        const start = place === undefined ? null : reached.follow(place, at)
        if (place === undefined || start === null) continue
        reached.mark(place.to, at, start)
        for (const tag of tags[place.to] ?? []) hits.push({ tag, start, end: at })
      }
    })
    reached.clear()
    return { hits, steps }
  }
}
