/** Chance that is the same in every run with the same seed. */
export interface Chance {
  /** At least 0 and below 1. */
  next(): number
  /** A whole number, at least 0 and below `bound`. */
  below(bound: number): number
  /** True so often, as a share of 1. */
  hit(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to draw schedules with. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    next,
    below,
    hit: share => next() < share,
    pick(items) {
      const picked = items[below(items.length)]
      if (picked === undefined) throw new Error('Nothing to pick from: hand in at least one')
      return picked
    },
  }
}
