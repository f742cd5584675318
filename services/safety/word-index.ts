import type { Slot } from './phrase-pattern.js'

const YOUNGEST = 6
const OLDEST_MINOR = 17
const AGE = /^\d{1,2}$/

/** An age at which somebody writes herself and is a minor (requirement E7). */
export const isMinorAge = (word: string) => AGE.test(word) && Number(word) >= YOUNGEST && Number(word) <= OLDEST_MINOR

/** Arabic writes "and" and "so" onto the next word. */
const ARABIC_JOINED = /^[وف](?=\p{Script=Arabic}{3})/u

/** At which slots a word can stand. Built once; a look-up costs one step for each letter of the word at most. */
export function createWordIndex(slots: readonly Slot[]) {
  const words = new Map<string, number[]>()
  const stems = new Map<string, number[]>()
  const ages: number[] = []
  const add = (map: Map<string, number[]>, key: string, place: number) => {
    const known = map.get(key)
    if (known === undefined) map.set(key, [place])
    else if (!known.includes(place)) known.push(place)
  }
  slots.forEach(({ alternatives }, place) => {
    for (const alternative of alternatives) {
      if (alternative.type === 'word') add(words, alternative.word, place)
      else if (alternative.type === 'stem') add(stems, alternative.stem, place)
      else ages.push(place)
    }
  })
  const longestStem = Math.max(0, ...[...stems.keys()].map(stem => stem.length))

  function lookUp(word: string): number[] {
    const found = [...(words.get(word) ?? [])]
    for (let end = 1; end <= Math.min(word.length, longestStem); end += 1) {
      for (const place of stems.get(word.slice(0, end)) ?? []) if (!found.includes(place)) found.push(place)
    }
    return found
  }

  return {
    vocabulary: words.keys(),
    exactly: (word: string): readonly number[] => words.get(word) ?? [],
    places(word: string): readonly number[] {
      if (isMinorAge(word)) return [...lookUp(word), ...ages]
      const found = lookUp(word)
      const bare = word.replace(ARABIC_JOINED, '')
      return bare === word ? found : [...new Set([...found, ...lookUp(bare)])]
    },
  }
}
