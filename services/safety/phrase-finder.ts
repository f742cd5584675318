import { createNearWords } from './near-words.js'
import { squeeze } from './normalise.js'
import { parsePattern, type Slot } from './phrase-pattern.js'
import { createWordIndex } from './word-index.js'

/** Other words that may stand between two words of a phrase: "ik wil [echt niet] meer leven". */
export const MOST_BETWEEN = 2

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

interface Node<Tag> {
  readonly parent: number
  readonly between: number
  readonly tags: Tag[]
}

const NEVER = -1_000_000

/** All phrases as one tree of slots; a text is walked once, and each word only touches the places where it can stand. */
export function createPhraseFinder<Tag>(phrases: Iterable<{ readonly pattern: string; readonly tag: Tag }>) {
  const { nodes, slots } = growTree(phrases)
  const index = createWordIndex(slots)
  const near = createNearWords(index.vocabulary)

  const placesOf = (word: string): readonly number[] => {
    const places = index.places(word)
    return [...places, ...near.near(word).flatMap(other => index.exactly(other))]
  }

  /** `text` is words of `normalise`; an empty word stands for one that must not be looked at. */
  return function find(text: readonly string[]): Found<Tag> {
    const state = createState(nodes.length)
    const known = new Map<string, readonly number[]>()
    const hits: Hit<Tag>[] = []
    let steps = 0
    text.forEach((word, at) => {
      if (word === '') return
      const places = known.get(word) ?? placesOf(squeeze(word))
      known.set(word, places)
      for (const place of places) {
        steps += 1
        const node = nodes[place]
        if (node === undefined) continue
        const start = state.reach(place, node, at)
        if (start !== null) for (const tag of node.tags) hits.push({ tag, start, end: at })
      }
    })
    return { hits, steps }
  }
}

function growTree<Tag>(phrases: Iterable<{ readonly pattern: string; readonly tag: Tag }>) {
  const nodes: Node<Tag>[] = []
  const slots: Slot[] = []
  const children = new Map<string, number>()
  for (const { pattern, tag } of phrases) {
    let parent = -1
    for (const slot of parsePattern(pattern)) {
      const key = `${parent}${slot.key}`
      const child = children.get(key) ?? nodes.length
      if (child === nodes.length) {
        children.set(key, child)
        nodes.push({ parent, between: slot.adjacent ? 0 : MOST_BETWEEN, tags: [] })
        slots.push(slot)
      }
      parent = child
    }
    nodes[parent]?.tags.push(tag)
  }
  return { nodes, slots }
}

/** Where each node was last reached, and where its phrase began. Made anew for each text: nothing stays behind. */
function createState(size: number) {
  const last = new Int32Array(size).fill(NEVER)
  const before = new Int32Array(size).fill(NEVER)
  const started = new Int32Array(size)
  const startedBefore = new Int32Array(size)

  return {
    /** The start of the phrase when `node` is reached with the word at `at`; null when the words before it are missing. */
    reach(place: number, { parent, between }: { parent: number; between: number }, at: number): number | null {
      let start = at
      if (parent >= 0) {
        // A word that fits two slots in a row may fill only one of them.
        const same = last[parent] === at
        const previous = (same ? before[parent] : last[parent]) ?? NEVER
        if (at - previous > between + 1) return null
        start = (same ? startedBefore[parent] : started[parent]) ?? at
      }
      if (last[place] !== at) {
        before[place] = last[place] ?? NEVER
        startedBefore[place] = started[place] ?? 0
      }
      last[place] = at
      started[place] = start
      return start
    },
  }
}
