import type { DirectoryRecord } from '../../content/schema/record.js'
import { preferences, type Preference } from '../../content/vocabulary.js'
import { genderOf } from './eligibility.js'

/** As far as most people walk in a quarter of an hour, in metres. */
export const WALK_METRES = 1_000
/** "Near": a short ride or a longer walk, in metres. */
const NEAR_METRES = 2_000

/** How far a place may be for the kept preferences, in metres. */
export function reachFor(kept: readonly Preference[]): number {
  if (kept.includes('on-foot')) return WALK_METRES
  return kept.includes('near') ? NEAR_METRES : Infinity
}

/** Preferences as bits, so that the index compares two numbers. Those of `near`, language and hours are checked elsewhere. */
export const preferenceBits = (list: readonly Preference[]): number =>
  list.reduce((bits, preference) => bits | (1 << preferences.indexOf(preference)), 0)

/** Preferences that the question itself decides, not the record alone. */
export const decidedByQuestion: readonly Preference[] = ['near', 'on-foot', 'my-language', 'evening-or-weekend']

/** Which preferences a record meets by itself. What is unknown is not met (F8). */
export function metBy(record: DirectoryRecord): readonly Preference[] {
  const { atmosphere, childrenWelcome, bringSomeone, cost, communityRun } = record
  const gender = genderOf(record)
  const quiet = atmosphere !== 'unknown' && (atmosphere.includes('quiet') || atmosphere.includes('small-group'))
  const met: readonly [Preference, boolean][] = [
    ['women-only', gender === 'women'],
    ['open-to-men', gender !== 'women'],
    ['quiet-and-small', quiet],
    ['with-small-children', childrenWelcome === 'yes'],
    ['bring-someone', bringSomeone === 'yes'],
    ['free', cost === 'free'],
    ['does-not-know-me', !communityRun],
  ]
  return met.filter(([, holds]) => holds).map(([preference]) => preference)
}
