import { squeeze } from './normalise.js'
import { ROOT, type PhraseTree } from './phrase-tree.js'
import { ReachedPoints } from './reached-points.js'

/** Shorter joined phrases occur by chance inside long words. */
const SHORTEST_JOINED = 9
/** A phrase does not begin with one or two letters here ("me"): every long word is full of them. */
const SHORTEST_FIRST_WORD = 3

/** Finds phrases of two words or more that were typed without spaces ("ikwilnietmeerleven"), inside words long enough. */
export function createRunTogetherFinder<Tag>({ size, from, to, tags, index }: PhraseTree<Tag>) {
  const reached = new ReachedPoints(size)

  function findIn(letters: string, offset: number, found: Tag[]): number {
    let steps = 0
    const goesOnAt = new Uint8Array(letters.length + 1)
    /** Follows a word from letter `start` up to letter `end`; a stem may only end a phrase, because its rest is unknown. */
    const follow = (places: readonly number[], start: number, end: number, isStem: boolean) => {
      steps += places.length
      for (const place of places) {
        const before = from[place] ?? ROOT
        if (before === ROOT ? isStem || end - start < SHORTEST_FIRST_WORD : goesOnAt[start] === 0) continue
        const began = before === ROOT ? offset + start : reached.startOf(before, offset + start)
        if (began < 0) continue
        const point = to[place] ?? 0
        if (!isStem) {
          reached.mark(point, offset + end, began)
          goesOnAt[end] = 1
        }
        if (before !== ROOT && offset + end - began >= SHORTEST_JOINED) found.push(...(tags[point] ?? []))
      }
    }
    for (let start = 0; start < letters.length; start += 1) {
      let node = index.step(0, letters.charCodeAt(start))
      for (let end = start + 1; node !== 0; end += 1) {
        steps += 1
        follow(index.wordsAt(node), start, end, false)
        if (goesOnAt[start] === 1) follow(index.stemsAt(node), start, end, true)
        node = end < letters.length ? index.step(node, letters.charCodeAt(end)) : 0
      }
    }
    return steps
  }

  return function find(text: readonly string[]): { readonly tags: readonly Tag[]; readonly steps: number } {
    const found: Tag[] = []
    let steps = 0
    let offset = 0
    for (const word of text) {
      if (word.length < SHORTEST_JOINED) continue
      const letters = squeeze(word)
      steps += findIn(letters, offset, found)
      offset += letters.length + 1
    }
    reached.clear()
    return { tags: found, steps }
  }
}
