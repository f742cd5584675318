/** Room to begin with; it doubles when half full, so a look-up stays a step or two. */
const FIRST_ROOM = 1 << 16
const NOTHING = 0
/** Knuth's multiplier (2^32 divided by the golden ratio): spreads neighbouring numbers. */
const SPREAD = 0x9e3779b1

/**
 * Words as a tree of letters, in three flat arrays instead of a hundred thousand small objects: it is built in
 * milliseconds and followed at some nanoseconds a letter. Node 0 is the root, so 0 also says "no such word".
 */
export class LetterTree {
  #parents = new Int32Array(FIRST_ROOM)
  #letters = new Uint16Array(FIRST_ROOM)
  #nodes = new Int32Array(FIRST_ROOM)
  #size = 1

  /** The node after one more letter; 0 when no word goes on so. */
  step(node: number, letter: number): number {
    return this.#nodes[this.#slot(node, letter)] ?? NOTHING
  }

  /** The node of a whole word; 0 when it was never planted. */
  find(word: string): number {
    let node = 0
    for (let at = 0; at < word.length; at += 1) {
      node = this.step(node, word.charCodeAt(at))
      if (node === NOTHING) return NOTHING
    }
    return node
  }

  /** The node of a word, made when it is new. */
  plant(word: string): number {
    let node = 0
    for (let at = 0; at < word.length; at += 1) {
      node = this.step(node, word.charCodeAt(at)) || this.#add(node, word.charCodeAt(at))
    }
    return node
  }

  #add(parent: number, letter: number): number {
    if (this.#size * 2 > this.#nodes.length) this.#grow()
    const node = this.#size
    this.#size += 1
    this.#put(parent, letter, node)
    return node
  }

  #put(parent: number, letter: number, node: number): void {
    const slot = this.#slot(parent, letter)
    this.#parents[slot] = parent
    this.#letters[slot] = letter
    this.#nodes[slot] = node
  }

  /** Where this pair stands, or the free place where it would. */
  #slot(parent: number, letter: number): number {
    const mask = this.#nodes.length - 1
    let slot = ((Math.imul(parent, SPREAD) ^ Math.imul(letter, 0x85ebca6b)) >>> 9) & mask
    while (this.#nodes[slot] !== NOTHING && (this.#parents[slot] !== parent || this.#letters[slot] !== letter)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #grow(): void {
    const [parents, letters, nodes] = [this.#parents, this.#letters, this.#nodes]
    this.#parents = new Int32Array(nodes.length * 2)
    this.#letters = new Uint16Array(nodes.length * 2)
    this.#nodes = new Int32Array(nodes.length * 2)
    nodes.forEach((node, slot) => {
      if (node !== NOTHING) this.#put(parents[slot] ?? 0, letters[slot] ?? 0, node)
    })
  }
}
