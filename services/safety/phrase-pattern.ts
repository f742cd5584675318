import { squeeze, words } from './normalise.js'

/** One place in a phrase: what may stand there, and whether it must follow the one before at once. */
export interface Slot {
  readonly key: string
  readonly adjacent: boolean
  readonly alternatives: readonly Alternative[]
}

export type Alternative =
  | { readonly type: 'word'; readonly word: string }
  | { readonly type: 'stem'; readonly stem: string }
  | { readonly type: 'age' }

/** Reads the phrase notation of `content/danger-words.ts`. Throws on a word that would never match. */
export function parsePattern(pattern: string): readonly Slot[] {
  return pattern.split(' ').flatMap(group =>
    group.split('_').map((slot, at) => ({
      key: `${at > 0 ? '_' : ' '}${slot}`,
      adjacent: at > 0,
      alternatives: slot.split('|').map(alternative => parseAlternative(alternative, pattern)),
    })),
  )
}

function parseAlternative(alternative: string, pattern: string): Alternative {
  if (alternative === '{n}') return { type: 'age' }
  const found = words(alternative.replace('*', ''))
  const [word] = found
  if (word === undefined || found.length > 1) {
    throw new Error(
      `Phrase "${pattern}": "${alternative}" is ${found.length} words after normalising; write _ between them`,
    )
  }
  const same = squeeze(word)
  return alternative.endsWith('*') ? { type: 'stem', stem: same } : { type: 'word', word: same }
}
