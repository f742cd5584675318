import { metaCode } from './outcome-of.js'

/** Meta's advice for one person's rate: wait 4^n seconds. */
const PAIR_BASE = 4
/** Our choice for everything else. */
const BASE = 2
const SECOND_MS = 1_000
/** Our choice: however often it failed, it is tried again within a quarter of an hour. */
export const MOST_BACK_OFF_MS = 900_000
/** So much may be added, as a share of the wait, so that what failed together does not come back together. */
const SPREAD = 0.25

/**
 * How long to wait before the next attempt, in milliseconds: 4^n s where Meta says one person gets too much (131056), 2^n s
 * otherwise. `attempt`: how many were made before this one failed, from 0. `jitter`: chance, at least 0 and below 1.
 */
export function backOff(attempt: number, code: number | null, jitter: number): number {
  const base = code === metaCode.pairRate ? PAIR_BASE : BASE
  const wait = Math.min(base ** attempt * SECOND_MS, MOST_BACK_OFF_MS)
  return Math.round(wait * (1 + SPREAD * jitter))
}
