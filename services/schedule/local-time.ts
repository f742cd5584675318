import { Temporal } from 'temporal-polyfill'

/** Everything here is said and counted in this zone, wherever the server stands (F6). */
export const TIME_ZONE = 'Europe/Amsterdam'

const MINUTE = 60_000
/** Days kept in memory, about eleven years; beyond it the cache begins again. */
const MOST_DAYS_KEPT = 4_000

interface Day {
  readonly start: number
  readonly whole: boolean
}
const days = new Map<string, Day>()
const sums = new Map<string, string>()

/** A local moment of an epoch time. */
export const localTime = (at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(TIME_ZONE)

/** The local date of an epoch time. */
export const localDate = (at: number): Temporal.PlainDate => localTime(at).toPlainDate()

/**
 * Epoch time of a local date (2027-03-28) and clock time (09:30). On the night the clock goes forward a time that does not
 * exist is moved one hour later; when it goes back the first of the two is meant (RFC 5545).
 */
export function epochOf(date: string, time: string): number {
  const { start, whole } = dayOf(date)
  // Only a day of 24 hours may be counted in minutes; the two others a year go through the library.
  if (whole) return start + minutesOf(time) * MINUTE
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time }).epochMilliseconds
}

/** Epoch time at which a local day begins. */
export const startOfDay = (date: string): number => dayOf(date).start

/** The local date so many days after another. Kept, for an index asks the same few hundred days for all its records. */
export function addDays(date: string, count: number): string {
  const key = `${date}+${count}`
  const kept = sums.get(key)
  if (kept !== undefined) return kept
  const sum = Temporal.PlainDate.from(date).add({ days: count }).toString()
  if (sums.size >= MOST_DAYS_KEPT) sums.clear()
  sums.set(key, sum)
  return sum
}

function dayOf(date: string): Day {
  const kept = days.get(date)
  if (kept) return kept
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime(TIME_ZONE)
  const day = { start: midnight.epochMilliseconds, whole: midnight.hoursInDay === 24 }
  if (days.size >= MOST_DAYS_KEPT) days.clear()
  days.set(date, day)
  return day
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
