import { squeeze } from './normalise.js'
import { ROOT, type PhraseTree } from './phrase-tree.js'
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

/** By word of a text: the places where it can stand. */
export type PlacedText = readonly (readonly number[])[]

/** Reads a text in two steps, so that it can be walked again without some of its words at little cost. */
export function createPhraseFinder<Tag>({ size, from, to, between, exact, tags, index }: PhraseTree<Tag>) {
  const reached = new ReachedPoints(size)

  function placesOf(word: string): readonly number[] {
    const found = index.places(word)
    const near = index.nearPlaces(word)
    return near.length === 0 ? found : [...found, ...near.filter(place => exact[place] === 0)]
  }

  return {
    /** `text` is words of `normalise`. */
    place(text: readonly string[]): PlacedText {
      const known = new Map<string, readonly number[]>()
      return text.map(word => {
        const found = known.get(word) ?? placesOf(squeeze(word))
        known.set(word, found)
        return found
      })
    },

    /** Walks a text once; each word only touches the places where it can stand. */
    walk(text: PlacedText): Found<Tag> {
      const hits: Hit<Tag>[] = []
      let steps = text.length
      for (const [at, places] of text.entries()) {
        steps += places.length
        for (const place of places) {
          const before = from[place] ?? ROOT
          const start = before === ROOT ? at : reached.follow(before, between[place] ?? 0, at)
          if (start < 0) continue
          const point = to[place] ?? 0
          reached.mark(point, at, start)
          const complete = tags[point]
          if (complete !== undefined) for (const tag of complete) hits.push({ tag, start, end: at })
        }
      }
      reached.clear()
      return { hits, steps }
    },
  }
}
