/** Scripts that danger words are written in. A text is only held against the phrases of its own scripts. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'ethiopic' | 'other'

/** First and last UTF-16 unit of the blocks that residents' keyboards write; digits count as Latin. */
const RANGES: readonly (readonly [Script, number, number])[] = [
  ['latin', 0x30, 0x24f],
  ['cyrillic', 0x400, 0x52f],
  ['arabic', 0x600, 0x6ff],
  ['ethiopic', 0x1200, 0x137f],
]

const scriptOf = (letter: number): Script =>
  RANGES.find(([, first, last]) => letter >= first && letter <= last)?.[0] ?? 'other'

/** The scripts of normalised words, by their first letters. */
export function scriptsOf(words: readonly string[]): ReadonlySet<Script> {
  const found = new Set<Script>()
  for (const word of words) if (word !== '') found.add(scriptOf(word.charCodeAt(0)))
  return found
}

const BETWEEN_WORDS = /[ _|+*]+/

/** The scripts of a phrase: Arabic is also written in Latin letters, sometimes in one phrase. */
export const scriptsOfPattern = (pattern: string): ReadonlySet<Script> =>
  scriptsOf(pattern.split(BETWEEN_WORDS).filter(word => word !== '{n}'))
