import type { DirectoryRecord, Provenance } from '../../content/schema/record.js'
import type { Formality } from '../../content/vocabulary.js'
import { addDays, startOfDay } from '../schedule/local-time.js'

/** How far a record may be relied on. Only `fresh` and `call-first` reach a resident. */
export type Freshness = 'fresh' | 'call-first' | 'hidden' | 'ended' | 'paused' | 'closed'

/** Days that a check holds (requirements, "Numbers in one place"; L1). */
export const VALID_DAYS: Readonly<Record<Formality, number>> = { informal: 90, formal: 180, pilot: 30 }
/** What one person runs holds half as long (L1). */
const ONE_PERSON_SHARE = 0.5
/** No check holds longer than twelve months, whatever the table says (L1). */
export const MOST_VALID_DAYS = 365
/** After its check has run out a record is shown this long with "call first", then hidden (L1). */
export const CALL_FIRST_DAYS = 30

/** The moments at which a record's freshness changes by itself; infinite where it does not. Epoch milliseconds. */
export interface FreshnessSpan {
  readonly pausedBefore: number
  readonly callFirstFrom: number
  readonly hiddenFrom: number
  readonly endedFrom: number
}

/** How far a record may be relied on at a moment. A function of these two alone. */
export function freshness(record: DirectoryRecord, now: number): Freshness {
  const { state, replacedBy } = record
  if (state === 'closed' || state === 'paused') return state
  if (state === 'ended' || replacedBy !== null) return 'ended'
  if (state !== 'published') return 'hidden'
  const span = freshnessSpan(record)
  if (now >= span.endedFrom) return 'ended'
  if (now >= span.hiddenFrom) return 'hidden'
  if (now < span.pausedBefore) return 'paused'
  return now >= span.callFirstFrom ? 'call-first' : 'fresh'
}

/** Worked out once a record, so that an index only compares numbers. `endsOn` is the last day; it ends that midnight. */
export function freshnessSpan(record: DirectoryRecord): FreshnessSpan {
  const { pausedUntil, endsOn } = record
  const lastDay = lastValidDay(record)
  return {
    pausedBefore: pausedUntil === null ? -Infinity : startOfDay(pausedUntil),
    callFirstFrom: dayAfter(lastDay, 1),
    hiddenFrom: dayAfter(lastDay, 1 + CALL_FIRST_DAYS),
    endedFrom: endsOn === null ? Infinity : dayAfter(endsOn, 1),
  }
}

const dayAfter = (day: string, count: number): number =>
  day === 'never' ? -Infinity : day === 'always' ? Infinity : startOfDay(addDays(day, count))

/** The last day on which all facts hold: the fact that runs out first decides (L3). */
export function lastValidDay(record: DirectoryRecord): string {
  const ends = [record.checked, ...Object.values(record.factChecks)].map(check => lastDayOf(check, record))
  if (ends.includes('never')) return 'never'
  return ends.filter(end => end !== 'always').toSorted()[0] ?? 'always'
}

/** What nobody ever checked is not served; only a marked example may be (K6). */
function lastDayOf({ checkedOn, validUntil }: Provenance, record: DirectoryRecord): string {
  if (checkedOn === null) return record.example ? (validUntil ?? 'always') : 'never'
  const byTable = addDays(checkedOn, validDays(record))
  return validUntil !== null && validUntil < byTable ? validUntil : byTable
}

function validDays({ formality, onePerson }: DirectoryRecord): number {
  const days = VALID_DAYS[formality] * (onePerson ? ONE_PERSON_SHARE : 1)
  return Math.min(Math.floor(days), MOST_VALID_DAYS)
}
