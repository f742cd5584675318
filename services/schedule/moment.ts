import { localTime } from './local-time.js'

/** A moment in parts, so that a text can say "tomorrow, Tuesday 10:00". All in local time. */
export interface Moment {
  /** How far it is from now, in local days: an opening at 00:30 tonight is `tomorrow`. A day that has passed is `date`. */
  readonly day: 'today' | 'tomorrow' | 'date'
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekday: number
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  /** On the 24-hour clock, as 09:30. */
  readonly time: string
}

/** Describes a moment as seen from now; both are epoch milliseconds. */
export function describeMoment(at: number, now: number): Moment {
  const moment = localTime(at)
  const today = localTime(now).toPlainDate()
  const date = moment.toPlainDate()
  return {
    day: date.equals(today) ? 'today' : date.equals(today.add({ days: 1 })) ? 'tomorrow' : 'date',
    weekday: moment.dayOfWeek,
    date: { year: moment.year, month: moment.month, day: moment.day },
    time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
