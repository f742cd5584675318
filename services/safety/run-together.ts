import { squeeze } from './normalise.js'
import { ROOT, type PhraseTree } from './phrase-tree.js'
import { ReachedPoints } from './reached-points.js'

/** Shorter joined phrases occur by chance inside long words. */
const SHORTEST_JOINED = 9

/** Finds phrases of two words or more that were typed without spaces ("ikwilnietmeerleven"), inside words long enough. */
export function createRunTogetherFinder<Tag>({ size, places, tags, index }: PhraseTree<Tag>) {
  const reached = new ReachedPoints(size)

  function findIn(letters: string, offset: number, found: Tag[]): number {
    let steps = 0
    /** Follows a word from letter `start` up to letter `end`; a stem may only end a phrase, because its rest is unknown. */
    const follow = (numbers: readonly number[], start: number, end: number, goesOn: boolean) => {
      for (const number of numbers) {
        steps += 1
        const place = places[number]
        if (place === undefined) continue
        const began = place.from === ROOT ? offset + start : reached.startOf(place.from, offset + start)
        if (began === null) continue
        if (goesOn) reached.mark(place.to, offset + end, began)
        if (place.from !== ROOT && offset + end - began >= SHORTEST_JOINED) found.push(...(tags[place.to] ?? []))
      }
    }
    for (let start = 0; start < letters.length; start += 1) {
      let node = index.step(0, letters.charCodeAt(start))
      for (let end = start + 1; node !== undefined; end += 1) {
        steps += 1
        follow(index.wordsAt(node), start, end, true)
        follow(index.stemsAt(node), start, end, false)
        node = end < letters.length ? index.step(node, letters.charCodeAt(end)) : undefined
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
