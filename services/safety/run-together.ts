import { squeeze } from './normalise.js'
import { parsePattern } from './phrase-pattern.js'

/** Shorter joined phrases occur by chance inside long words. */
const SHORTEST_JOINED = 9
/** A phrase with many alternatives is spelled out this far; the most usual ones stand first. */
const MOST_SPELLINGS = 24

interface Letters<Tag> {
  readonly next: Map<string, Letters<Tag>>
  readonly tags: Tag[]
}

/** Finds phrases that were typed without spaces ("ikwilnietmeerleven"), inside words long enough to hold one. */
export function createRunTogetherFinder<Tag>(phrases: Iterable<{ readonly pattern: string; readonly tag: Tag }>) {
  const root: Letters<Tag> = { next: new Map(), tags: [] }
  for (const { pattern, tag } of phrases) {
    for (const joined of spellings(pattern)) plant(root, joined, tag)
  }

  return function find(text: readonly string[]): { readonly tags: readonly Tag[]; readonly steps: number } {
    const tags: Tag[] = []
    let steps = 0
    for (const word of text) {
      if (word.length < SHORTEST_JOINED) continue
      const letters = squeeze(word)
      for (let start = 0; start < letters.length; start += 1) {
        let node: Letters<Tag> | undefined = root
        for (let at = start; node !== undefined && at < letters.length; at += 1) {
          steps += 1
          node = node.next.get(letters.charAt(at))
          if (node) tags.push(...node.tags)
        }
      }
    }
    return { tags, steps }
  }
}

/** The phrase as one word, for phrases of two words or more; only its last word may be a stem. */
function spellings(pattern: string): readonly string[] {
  const slots = parsePattern(pattern)
  if (slots.length < 2) return []
  let joined = ['']
  slots.forEach(({ alternatives }, at) => {
    const usable = alternatives.flatMap(alternative => {
      if (alternative.type === 'word') return [alternative.word]
      return alternative.type === 'stem' && at === slots.length - 1 ? [alternative.stem] : []
    })
    joined = joined.flatMap(start => usable.map(word => start + word)).slice(0, MOST_SPELLINGS)
  })
  return [...new Set(joined.map(squeeze))].filter(word => word.length >= SHORTEST_JOINED)
}

function plant<Tag>(root: Letters<Tag>, word: string, tag: Tag) {
  let node = root
  for (const letter of word) {
    const next = node.next.get(letter) ?? { next: new Map<string, Letters<Tag>>(), tags: [] }
    node.next.set(letter, next)
    node = next
  }
  node.tags.push(tag)
}
