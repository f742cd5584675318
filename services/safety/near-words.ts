/** From this length a word may differ by one letter; shorter words turn into other words too easily. */
export const SHORTEST_WITH_TYPO = 6

/** Finds vocabulary words that differ from a word by one letter: added, missing, other, or two swapped. */
export interface NearWords {
  near(word: string): readonly string[]
}

/** Longer "words" are joined sentences or noise; also what a key below leaves room for. */
const LONGEST = 24
const UNIT = 0x10000
const LENGTHS = 32

/**
 * One slip leaves the first two letters or the last three as they are, so words are kept under both, with their length,
 * and only those few are compared. Keys are numbers (three UTF-16 units and a length fit into 53 bits): nothing is spelled out.
 */
export function createNearWords(vocabulary: Iterable<string>): NearWords {
  const byEdge = new Map<number, string[]>()
  const put = (key: number, word: string) => {
    const known = byEdge.get(key)
    if (known) known.push(word)
    else byEdge.set(key, [word])
  }
  for (const word of vocabulary) {
    if (word.length < SHORTEST_WITH_TYPO - 1 || word.length > LONGEST + 1) continue
    put(headKey(word, word.length), word)
    put(tailKey(word, word.length), word)
  }
  return {
    near(word) {
      if (word.length < SHORTEST_WITH_TYPO || word.length > LONGEST) return []
      const found: string[] = []
      for (let length = word.length - 1; length <= word.length + 1; length += 1) {
        for (const key of [headKey(word, length), tailKey(word, length)]) {
          for (const candidate of byEdge.get(key) ?? []) {
            if (differsByOne(word, candidate) && !found.includes(candidate)) found.push(candidate)
          }
        }
      }
      return found
    },
  }
}

const headKey = (word: string, length: number) =>
  (word.charCodeAt(0) * UNIT + word.charCodeAt(1)) * UNIT * LENGTHS + length

function tailKey(word: string, length: number): number {
  const end = word.length
  return ((word.charCodeAt(end - 3) * UNIT + word.charCodeAt(end - 2)) * UNIT + word.charCodeAt(end - 1)) * LENGTHS + length
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
