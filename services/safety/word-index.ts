import { LetterTree } from './letter-tree.js'
import { createNearWords, type NearWords } from './near-words.js'
import type { Piece } from './phrase-pattern.js'

const YOUNGEST = 6
const OLDEST_MINOR = 17
const AGE = /^\d{1,2}$/

/** An age at which somebody writes herself and is a minor (requirement E7). */
export const isMinorAge = (word: string) => AGE.test(word) && Number(word) >= YOUNGEST && Number(word) <= OLDEST_MINOR

/** Arabic writes "and" and "so" onto the next word. */
const ARABIC_JOINED = /^[وف](?=\p{Script=Arabic}{3})/u

const NONE: readonly number[] = []

/** Where words, stems and ages can stand; numbers are places in the phrase tree. A look-up costs one step a letter. */
export class WordIndex {
  readonly #letters = new LetterTree()
  readonly #words: (number[] | undefined)[] = []
  readonly #stems: (number[] | undefined)[] = []
  readonly #ages: number[] = []
  readonly #vocabulary: string[] = []
  /** Only for building: the same piece stands in many phrases. */
  readonly #placesByPiece = new Map<Piece, number[]>()
  #near: NearWords | undefined

  add(piece: Piece, place: number): void {
    const places = this.#placesByPiece.get(piece) ?? this.#newPlaces(piece)
    if (places.at(-1) !== place) places.push(place)
  }

  #newPlaces(piece: Piece): number[] {
    const places = piece.type === 'age' ? this.#ages : this.#plant(piece)
    this.#placesByPiece.set(piece, places)
    return places
  }

  #plant(piece: Piece & { type: 'word' | 'stem' }): number[] {
    const node = this.#letters.plant(piece.type === 'word' ? piece.word : piece.stem)
    const lists = piece.type === 'word' ? this.#words : this.#stems
    const known = lists[node]
    if (known !== undefined) return known
    if (piece.type === 'word') this.#vocabulary.push(piece.word)
    return (lists[node] = [])
  }

  /** The node after one more letter, from node 0 on; 0 when no word goes on so. */
  step(node: number, letter: number): number {
    return this.#letters.step(node, letter)
  }

  wordsAt(node: number): readonly number[] {
    return this.#words[node] ?? NONE
  }

  stemsAt(node: number): readonly number[] {
    return this.#stems[node] ?? NONE
  }

  /** Every place where this word can stand, also when it is an age or has "and" joined on. */
  places(word: string): readonly number[] {
    const lists = this.#listsOf(word, [])
    if (isMinorAge(word)) lists.push(this.#ages)
    if (ARABIC_JOINED.test(word)) this.#listsOf(word.slice(1), lists)
    return joined(lists)
  }

  /** Places of words that differ from this one by one letter. */
  nearPlaces(word: string): readonly number[] {
    this.#near ??= createNearWords(this.#vocabulary)
    return joined(this.#near.near(word).map(other => this.wordsAt(this.#letters.find(other))))
  }

  #listsOf(word: string, lists: (readonly number[])[]): (readonly number[])[] {
    let node = 0
    for (let at = 0; at < word.length; at += 1) {
      node = this.step(node, word.charCodeAt(at))
      if (node === 0) return lists
      const stems = this.#stems[node]
      if (stems !== undefined) lists.push(stems)
    }
    const words = this.#words[node]
    if (words !== undefined) lists.push(words)
    return lists
  }
}

/** Most words stand in one list or none: then nothing is copied. */
function joined(lists: readonly (readonly number[])[]): readonly number[] {
  if (lists.length < 2) return lists[0] ?? NONE
  const all: number[] = []
  for (const list of lists) for (const place of list) all.push(place)
  return all
}
