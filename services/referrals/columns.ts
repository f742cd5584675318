import type { ReferralQuestion } from './referral.js'
import { agesFit } from './eligibility.js'
import type { Entry } from './entry.js'

/** What can be decided by comparing numbers. All of it must hold. */
export interface Demands {
  readonly now: number
  /** Bits that must all be set. */
  readonly preferences: number
  /** Bits of which one must be set. */
  readonly audiences: number
  readonly age: ReferralQuestion['age']
  /** Only doors whose position is known. */
  readonly exact: boolean
}

/**
 * The numbers of many doors side by side. A search asks thousands of doors and takes a few: in packed arrays that costs
 * nanoseconds each, in objects strewn over a large heap it was measured at twenty times as much.
 */
export interface Columns {
  readonly from: Float64Array
  readonly until: Float64Array
  readonly preferences: Uint32Array
  readonly audiences: Uint32Array
  readonly youngest: Uint8Array
  readonly oldest: Uint8Array
  readonly exact: Uint8Array
}

/** Older than anybody: an offer without an age rule. */
const NO_AGE_LIMIT = 255

export function createColumns(entries: readonly Entry[]): Columns {
  const count = entries.length
  const columns = {
    from: new Float64Array(count),
    until: new Float64Array(count),
    preferences: new Uint32Array(count),
    audiences: new Uint32Array(count),
    youngest: new Uint8Array(count),
    oldest: new Uint8Array(count),
    exact: new Uint8Array(count),
  }
  for (const [index, { record, from, until, preferences, audiences, exact }] of entries.entries()) {
    columns.from[index] = from
    columns.until[index] = until
    columns.preferences[index] = preferences
    columns.audiences[index] = audiences
    columns.youngest[index] = record.admits.ages?.from ?? 0
    columns.oldest[index] = record.admits.ages?.to ?? NO_AGE_LIMIT
    columns.exact[index] = Number(exact)
  }
  return columns
}

/** Whether the door at `index` meets the demands. */
export function passes(columns: Columns, index: number, { now, preferences, audiences, age, exact }: Demands): boolean {
  return (
    ((columns.audiences[index] ?? 0) & audiences) !== 0 &&
    ((columns.preferences[index] ?? 0) & preferences) === preferences &&
    (columns.from[index] ?? Infinity) <= now &&
    now < (columns.until[index] ?? -Infinity) &&
    (!exact || columns.exact[index] === 1) &&
    (age === null || agesFit(columns.youngest[index] ?? 0, columns.oldest[index] ?? 0, age))
  )
}
