/** From this length a word may differ by one letter; shorter words turn into other words too easily. */
export const SHORTEST_WITH_TYPO = 6

/** Finds vocabulary words that differ from a word by one letter: added, missing, other, or two swapped. */
export interface NearWords {
  near(word: string): readonly string[]
}

/**
 * Every word with one letter taken out is laid down beforehand, so a look-up costs one step a letter and no comparison
 * of the whole vocabulary.
 */
export function createNearWords(vocabulary: Iterable<string>): NearWords {
  const byVariant = new Map<string, string[]>()
  for (const word of vocabulary) {
    if (word.length < SHORTEST_WITH_TYPO) continue
    for (const variant of new Set(variants(word))) {
      const known = byVariant.get(variant)
      if (known) known.push(word)
      else byVariant.set(variant, [word])
    }
  }
  return {
    near(word) {
      if (word.length < SHORTEST_WITH_TYPO || word.length > LONGEST) return []
      const found = new Set<string>()
      for (const variant of variants(word)) {
        for (const candidate of byVariant.get(variant) ?? []) if (differsByOne(word, candidate)) found.add(candidate)
      }
      return [...found]
    },
  }
}

/** Longer "words" are joined sentences or noise; without this bound one word of 5,000 letters would cost its square. */
const LONGEST = 24

function variants(word: string): string[] {
  const found = [word]
  for (let at = 0; at < word.length; at += 1) found.push(word.slice(0, at) + word.slice(at + 1))
  return found
}

/** The first letter must be the same: few people mistype it, and many other words differ only there. */
function differsByOne(one: string, other: string): boolean {
  if (one === other || one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let endOne = one.length
  let endOther = other.length
  while (endOne > start && endOther > start && one[endOne - 1] === other[endOther - 1]) {
    endOne -= 1
    endOther -= 1
  }
  const [left, right] = [one.slice(start, endOne), other.slice(start, endOther)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
