import type { Calendar, DatedCalendar } from '../../content/calendar.js'
import { addDays, localDate } from './local-time.js'

/** Missing dates are announced so many days ahead (L9). */
const WARN_AHEAD_DAYS = 60

/** Whether a local date falls in one of the periods: `unknown` where nobody has looked yet. */
export function fallsIn(calendar: DatedCalendar, date: string): 'yes' | 'no' | 'unknown' {
  if (calendar.periods.some(({ from, to }) => from <= date && date <= to)) return 'yes'
  return calendar.coveredFrom <= date && date <= calendar.coveredUntil ? 'no' : 'unknown'
}

/** Names of the calendars whose dates run out within the warning time. Empty when all is well. */
export function calendarsRunningOut(calendar: Calendar, now: number): readonly (keyof Calendar)[] {
  const until = addDays(localDate(now).toString(), WARN_AHEAD_DAYS)
  const names = ['public-holidays', 'school-holidays', 'ramadan', 'building-holiday'] as const
  return names.filter(name => calendar[name].coveredUntil < until)
}
