import { createEvent } from 'ics'

export interface CalendarEntry {
  /** The same for the same opening, so that saving twice gives one entry. */
  readonly uid: string
  /** A neutral word: a calendar is read by others, so it never says what it is about. */
  readonly title: string
  /** Street or building. Never a name that tells the subject. */
  readonly location: string
  /** Epoch milliseconds. */
  readonly from: number
  readonly until: number
  /** When this file was made, epoch milliseconds. */
  readonly now: number
}

/** Content type to serve it with. */
export const CALENDAR_TYPE = 'text/calendar; charset=utf-8'

/** An iCalendar file (RFC 5545) with one entry, in UTC, without reminder, guests or description. */
export function calendarFile({ uid, title, location, from, until, now }: CalendarEntry): string {
  const entry = {
    uid,
    title,
    location,
    start: from,
    startInputType: 'utc' as const,
    startOutputType: 'utc' as const,
    end: until,
    endInputType: 'utc' as const,
    endOutputType: 'utc' as const,
    productId: 'voordeur',
    classification: 'PRIVATE',
    // Read by the library though its types leave it out: without it the machine's clock would be used.
    timestamp: now,
  }
  const { error, value } = createEvent(entry)
  if (error !== null || value === null) throw new Error('This opening makes no calendar entry', { cause: error })
  return value
}
