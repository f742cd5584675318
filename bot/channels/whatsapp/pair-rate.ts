import { createHash } from 'node:crypto'
import type { Clock } from '../../../services/clock.js'
import type { Address } from './wire.js'

/** One message to one person in this time, in milliseconds, beyond the burst (N4; Meta's pair rate limit). */
export const PAIR_EVERY_MS = 6_000
/** Messages to one person that may go at once. */
export const PAIR_BURST = 45
/** People whose pace is known at one time; about 150 bytes each. Whoever is pushed out starts with a full burst. */
const MOST_PEOPLE = 50_000

/** Keeps to Meta's pace for one person, so that Meta need not refuse. Lives in memory: a restart forgets it. */
export interface PairRate {
  /** 0 when a message may go now, and it is counted; else milliseconds until one may. */
  take(to: Address): number
  /** Meta said that this person got too much: the burst is spent. */
  spend(to: Address): void
  /** People whose pace is kept just now; somebody in both generations counts twice. */
  readonly known: number
}

/** Whoever got nothing for so long may have a whole burst again. */
const FULL_AGAIN_MS = PAIR_BURST * PAIR_EVERY_MS

/**
 * A bucket of 45 that fills by one every 6 s, kept as the moment at which it is full again. Addresses are kept as hashes
 * alone, in two generations: when the older one is let go, everybody in it is full again, so forgetting costs nothing.
 */
export function createPairRate(clock: Clock): PairRate {
  let young = new Map<string, number>()
  let old = new Map<string, number>()
  let turnedAt = clock()

  function keep(key: string, moment: number, now: number): void {
    if (now - turnedAt >= FULL_AGAIN_MS || young.size >= MOST_PEOPLE / 2) {
      old = young
      young = new Map()
      turnedAt = now
    }
    young.set(key, moment)
  }

  return {
    get known() {
      return young.size + old.size
    },
    take(to) {
      const now = clock()
      const key = keyOf(to)
      const next = Math.max(young.get(key) ?? old.get(key) ?? now, now) + PAIR_EVERY_MS
      const early = next - now - FULL_AGAIN_MS
      if (early > 0) return early
      keep(key, next, now)
      return 0
    },
    spend(to) {
      const now = clock()
      keep(keyOf(to), now + FULL_AGAIN_MS, now)
    },
  }
}

const keyOf = ({ bsuid, phone }: Address): string =>
  createHash('sha256')
    .update(bsuid ?? phone ?? '')
    .digest('base64url')
