/** From this length a word may differ by one letter; shorter words turn into other words too easily. */
export const SHORTEST_WITH_TYPO = 6
/** Longer "words" are joined sentences or noise. */
const LONGEST = 24
/** Chains in the table: several times the entries, so that most chains are empty. */
const CHAINS = 1 << 18
const END = -1
const LETTERS = 0x10000
const LENGTHS = 32

/** Finds vocabulary words that differ from a word by one letter: added, missing, other, or two swapped. */
export interface NearWords {
  near(word: string): readonly string[]
}

/**
 * One slip leaves the first half of a word or nearly all of its second half as it is. So each word is kept under both
 * halves, and only words that share one are compared. Flat arrays and numbers: nothing is spelled out beforehand.
 */
export function createNearWords(vocabulary: readonly string[]): NearWords {
  const words = vocabulary.filter(word => word.length >= SHORTEST_WITH_TYPO - 1 && word.length <= LONGEST + 1)
  const first = new Int32Array(CHAINS).fill(END)
  const next = new Int32Array(words.length * 4)
  const marks = Int32Array.from(words, markOf)
  words.forEach((word, number) => {
    // It can be met by a word of its own length or longer, and by one that is a letter shorter.
    const keys = [...keysOf(word, word.length), ...keysOf(word, word.length - 1)]
    keys.forEach((key, at) => {
      next[number * 4 + at] = first[key] ?? END
      first[key] = number * 4 + at
    })
  })

  function near(word: string): readonly string[] {
    if (word.length < SHORTEST_WITH_TYPO || word.length > LONGEST) return []
    const found: string[] = []
    const mark = markOf(word)
    for (const shorter of [word.length, word.length - 1]) {
      for (const key of keysOf(word, shorter)) {
        for (let entry = first[key] ?? END; entry !== END; entry = next[entry] ?? END) {
          // Most of a chain begins with another letter or is of another length; only then the word itself is fetched.
          if (Math.abs((marks[entry >> 2] ?? 0) - mark) > 1) continue
          const candidate = words[entry >> 2]
          if (candidate !== undefined && differsByOne(word, candidate) && !found.includes(candidate))
            found.push(candidate)
        }
      }
    }
    return found
  }
  return { near }
}

/** First letter and length as one number, so that words that may differ by one slip differ here by one at most. */
const markOf = (word: string): number => word.charCodeAt(0) * LENGTHS + word.length

/** The chains of both halves, when the shorter of the two words has `length` letters. The first letter counts in both. */
function keysOf(word: string, length: number): readonly [number, number] {
  const head = length >> 1
  const tail = length - head - 1
  return [
    hash(word, 0, head, length),
    hash(word, word.length - tail, word.length, word.charCodeAt(0) - length * LETTERS),
  ]
}

function hash(word: string, from: number, to: number, seed: number): number {
  let mixed = seed
  for (let at = from; at < to; at += 1) mixed = (Math.imul(mixed, 31) + word.charCodeAt(at)) | 0
  return (Math.imul(mixed, 0x9e3779b1) >>> 8) & (CHAINS - 1)
}

/** The first letter must be the same: few people mistype it, and many other words differ only there. */
function differsByOne(one: string, other: string): boolean {
  if (one.charCodeAt(0) !== other.charCodeAt(0) || Math.abs(one.length - other.length) > 1 || one === other)
    return false
  let start = 1
  while (start < one.length && one.charCodeAt(start) === other.charCodeAt(start)) start += 1
  let endOne = one.length
  let endOther = other.length
  while (endOne > start && endOther > start && one.charCodeAt(endOne - 1) === other.charCodeAt(endOther - 1)) {
    endOne -= 1
    endOther -= 1
  }
  if (endOne - start <= 1 && endOther - start <= 1) return true
  const swapped =
    one.charCodeAt(start) === other.charCodeAt(start + 1) && one.charCodeAt(start + 1) === other.charCodeAt(start)
  return endOne - start === 2 && endOther - start === 2 && swapped
}
