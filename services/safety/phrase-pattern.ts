import { squeeze, words } from './normalise.js'

/** One place in a phrase: what may stand there, and whether it must follow the one before at once. */
export interface Slot {
  /** The same for every slot that reads the same, so that phrases can share beginnings. */
  readonly number: number
  readonly adjacent: boolean
  /** Each alternative is one word or, joined by `+`, some words in a row. */
  readonly alternatives: readonly (readonly Piece[])[]
}

export type Piece =
  | { readonly type: 'word'; readonly word: string }
  | { readonly type: 'stem'; readonly stem: string }
  | { readonly type: 'age' }

/**
 * Reads the phrase notation of `content/danger-words.ts`. Throws on a word that would never match. The reader remembers
 * what it has read, because phrases share most of their words; make one for a build and let it go.
 */
export function createPatternReader(): (pattern: string) => readonly Slot[] {
  const pieces = new Map<string, Piece>()
  const slots = new Map<string, Slot>()
  const readPiece = (text: string, pattern: string): Piece => {
    const piece = pieces.get(text) ?? parsePiece(text, pattern)
    pieces.set(text, piece)
    return piece
  }
  const readSlot = (text: string, adjacent: boolean, pattern: string): Slot => {
    const key = adjacent ? `_${text}` : text
    const known = slots.get(key)
    if (known !== undefined) return known
    const alternatives = text.split('|').map(one => one.split('+').map(piece => readPiece(piece, pattern)))
    const slot = { number: slots.size, adjacent, alternatives }
    slots.set(key, slot)
    return slot
  }
  return pattern =>
    pattern.split(' ').flatMap(group => group.split('_').map((text, at) => readSlot(text, at > 0, pattern)))
}

function parsePiece(text: string, pattern: string): Piece {
  if (text === '{n}') return { type: 'age' }
  const found = words(text.replace('*', ''))
  const [word] = found
  if (word === undefined || found.length > 1) {
    throw new Error(`Phrase "${pattern}": "${text}" is ${found.length} words after normalising; write + between them`)
  }
  const same = squeeze(word)
  return text.endsWith('*') ? { type: 'stem', stem: same } : { type: 'word', word: same }
}
