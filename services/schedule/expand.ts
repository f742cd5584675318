import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Calendar } from '../../content/calendar.js'
import type { Rule, Schedule } from '../../content/schema/schedule.js'
import { fallsIn } from './dated-days.js'
import { epochOf } from './local-time.js'

/** A schedule with rules, apart from the two answers `unknown` and `by-appointment`. */
export type RuledSchedule = Exclude<Schedule, string>

/** One time the door is open. Newcomers come in from `from` to `doorsClose`; people may stay to `until`. */
export interface Stretch {
  readonly from: number
  readonly until: number
  readonly doorsClose: number
}

/** Hours as written: local clock times. */
type Hours = Pick<Rule, 'from' | 'to'> & { readonly doorsClose?: string | undefined }

/** All openings on the local days `first` to `last`, both included, sorted by `from`. Stretches that touch are joined. */
export function expand(schedule: RuledSchedule, first: string, last: string, calendar: Calendar): readonly Stretch[] {
  const exceptional = new Set(schedule.exceptions.map(({ on }) => on))
  const regular = schedule.rules.flatMap(rule =>
    ruleDates(rule, first, last)
      .filter(date => !exceptional.has(date) && holds(rule, date, calendar) && opensOn(schedule, date, calendar))
      .map(date => stretch(date, rule)),
  )
  return join([...regular, ...exceptions(schedule, first, last)].filter(({ from, doorsClose }) => from < doorsClose))
}

/** The local dates a rule falls on, before seasons, calendars and exceptions. */
export function ruleDates(rule: Rule, first: string, last: string): readonly string[] {
  const from = rule.start > first ? rule.start : first
  const to = rule.until !== undefined && rule.until < last ? rule.until : last
  if (from > to) return []
  // Only dates are repeated, at noon in UTC, where no clock changes: the hours are placed in local time afterwards.
  const recurrence = new RRuleTemporal({
    freq: rule.freq === 'weekly' ? 'WEEKLY' : 'MONTHLY',
    interval: rule.every,
    byDay: rule.days.map(day => (rule.freq === 'monthly' ? `${rule.nth ?? ''}${day}` : day)),
    wkst: 'MO',
    tzid: 'UTC',
    dtstart: noon(rule.start),
  })
  return recurrence.between(noon(from), noon(to), true).map(date => date.toPlainDate().toString())
}

const noon = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' })

/** Where a calendar has not been filled in yet, a rule that depends on it does not hold: better no hour than a wrong one. */
function holds(rule: Rule, date: string, calendar: Calendar): boolean {
  if (rule.season && !inSeason(date.slice(5), rule.season)) return false
  if (rule.during && fallsIn(calendar[rule.during], date) !== 'yes') return false
  return (rule.notDuring ?? []).every(name => fallsIn(calendar[name], date) === 'no')
}

const inSeason = (day: string, { from, to }: NonNullable<Rule['season']>): boolean =>
  from <= to ? from <= day && day <= to : day >= from || day <= to

/** On a holiday with unknown hours the day is left out: "ask first" is no time to send somebody (F6, "Never" 13). */
const opensOn = (schedule: RuledSchedule, date: string, calendar: Calendar): boolean =>
  schedule.onHolidays === 'open' || fallsIn(calendar['public-holidays'], date) !== 'yes'

/** Days with a note of their own. `closed` wins when a day has both. */
function exceptions({ exceptions }: RuledSchedule, first: string, last: string): readonly Stretch[] {
  const closed = new Set(exceptions.filter(({ open }) => open === 'closed').map(({ on }) => on))
  return exceptions.flatMap(({ on, open }) =>
    open === 'closed' || closed.has(on) || on < first || on > last ? [] : [stretch(on, open)],
  )
}

function stretch(date: string, { from, to, doorsClose = to }: Hours): Stretch {
  const until = epochOf(date, to)
  return { from: epochOf(date, from), until, doorsClose: Math.min(until, epochOf(date, doorsClose)) }
}

/** Joins stretches through which one can come in without a gap, so that the later end is the one told. */
function join(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const next of stretches.toSorted((a, b) => a.from - b.from || a.doorsClose - b.doorsClose)) {
    const last = joined.at(-1)
    if (!last || next.from > last.doorsClose) joined.push(next)
    else
      joined[joined.length - 1] = {
        from: last.from,
        until: Math.max(last.until, next.until),
        doorsClose: Math.max(last.doorsClose, next.doorsClose),
      }
  }
  return joined
}
