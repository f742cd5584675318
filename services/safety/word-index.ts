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
/** One more than the highest UTF-16 unit, so that a node and a letter make one key. */
const LETTERS = 0x10000

/** All words and stems as one tree of letters: a look-up costs one step a letter. Numbers stand for places in phrases. */
export class WordIndex {
  readonly #next = new Map<number, number>()
  readonly #words: (number[] | undefined)[] = []
  readonly #stems: (number[] | undefined)[] = []
  readonly #ages: number[] = []
  readonly #vocabulary: string[] = []
  #near: NearWords | undefined
  #size = 1

  add(piece: Piece, place: number): void {
    if (piece.type === 'age') {
      this.#ages.push(place)
      return
    }
    const node = this.#plant(piece.type === 'word' ? piece.word : piece.stem)
    const lists = piece.type === 'word' ? this.#words : this.#stems
    const known = lists[node]
    if (known !== undefined) {
      if (known.at(-1) !== place) known.push(place)
      return
    }
    lists[node] = [place]
    if (piece.type === 'word') this.#vocabulary.push(piece.word)
  }

  /** The node after one more letter, from node 0 on; undefined when no word goes on so. */
  step(node: number, letter: number): number | undefined {
    return this.#next.get(node * LETTERS + letter)
  }

  wordsAt(node: number): readonly number[] {
    return this.#words[node] ?? NONE
  }

  stemsAt(node: number): readonly number[] {
    return this.#stems[node] ?? NONE
  }

  /** Every place where this word can stand, also when it is an age or has "and" joined on. */
  places(word: string): readonly number[] {
    const found = this.#exactly(word, this.#lookUp(word, []))
    if (isMinorAge(word)) found.push(...this.#ages)
    const bare = word.replace(ARABIC_JOINED, '')
    if (bare !== word) this.#exactly(bare, this.#lookUp(bare, found))
    return found
  }

  /** Places of words that differ from this one by one letter. */
  nearPlaces(word: string): readonly number[] {
    this.#near ??= createNearWords(this.#vocabulary)
    return this.#near.near(word).flatMap(other => this.#exactly(other, []))
  }

  #plant(word: string): number {
    let node = 0
    for (let at = 0; at < word.length; at += 1) {
      const key = node * LETTERS + word.charCodeAt(at)
      const known = this.#next.get(key)
      node = known ?? this.#size
      if (known === undefined) {
        this.#next.set(key, node)
        this.#size += 1
      }
    }
    return node
  }

  #lookUp(word: string, found: number[]): number[] {
    let node: number | undefined = 0
    for (let at = 0; at < word.length; at += 1) {
      node = this.step(node, word.charCodeAt(at))
      if (node === undefined) return found
      const stems = this.#stems[node]
      if (stems !== undefined) found.push(...stems)
    }
    return found
  }

  #exactly(word: string, found: number[]): number[] {
    let node: number | undefined = 0
    for (let at = 0; at < word.length && node !== undefined; at += 1) node = this.step(node, word.charCodeAt(at))
    const places = node === undefined ? undefined : this.#words[node]
    if (places !== undefined) found.push(...places)
    return found
  }
}
