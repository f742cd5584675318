import type { Calendar } from '../../content/calendar.js'
import type { Schedule } from '../../content/schema/schedule.js'
import { expand, type RuledSchedule, type Stretch } from './expand.js'
import { addDays, epochOf, localDate, localTime, startOfDay } from './local-time.js'
import type { Opening } from './opening.js'

/** How far ahead an opening still counts: who asks now does not wait longer than eight weeks. */
export const HORIZON_DAYS = 56
/** Extra days worked out at once, so that a schedule is expanded again only once in four weeks. */
const AHEAD_DAYS = 28
/** Distinct schedules kept; beyond it the cache begins again. About 2 kB each. */
const MOST_KEPT = 20_000
/** Evening begins here for who works in the daytime (F7); the door must still let people in after it. */
const EVENING_FROM = '19:30'
const SATURDAY = 6

/** Which hours count: all, or only those that somebody who works in the daytime can use (F7). */
export type WantedHours = 'any' | 'evening-or-weekend'

export interface Openings {
  /** When one can walk in next. Depends on the schedule and the moment alone. Beyond the horizon it is `none`. */
  nextOpening(schedule: Schedule, at: number, hours?: WantedHours): Opening
  /** All times between two moments at which one can walk in, sorted. Empty for unknown hours and appointments. */
  openingsBetween(schedule: Schedule, from: number, to: number): readonly Stretch[]
}

/** A schedule worked out for the days from `start` on; good for questions asked before `askedBefore`. */
interface Compiled {
  readonly start: number
  readonly askedBefore: number
  readonly stretches: readonly Stretch[]
  readonly offHours: readonly Stretch[]
}

/** Works out schedules once in a while and answers from sorted lists; equal schedules share one list. */
export function createOpenings(calendar: Calendar): Openings {
  const byContent = new Map<string, Compiled>()
  let bySchedule = new WeakMap<RuledSchedule, Compiled>()

  function compiledFor(schedule: RuledSchedule, at: number): Compiled {
    const known = bySchedule.get(schedule)
    if (known && known.start <= at && at < known.askedBefore) return known
    const key = JSON.stringify(schedule)
    const equal = byContent.get(key)
    const compiled = equal && equal.start <= at && at < equal.askedBefore ? equal : compile(schedule, at, calendar)
    if (byContent.size >= MOST_KEPT) {
      byContent.clear()
      bySchedule = new WeakMap()
    }
    byContent.set(key, compiled)
    bySchedule.set(schedule, compiled)
    return compiled
  }

  return {
    nextOpening(schedule, at, hours = 'any') {
      if (typeof schedule === 'string') return { type: schedule }
      const compiled = compiledFor(schedule, at)
      return next(hours === 'any' ? compiled.stretches : compiled.offHours, at)
    },
    openingsBetween(schedule, from, to) {
      if (typeof schedule === 'string' || to <= from) return []
      const all = expand(schedule, localDate(from).toString(), localDate(to).toString(), calendar)
      return all.filter(stretch => stretch.doorsClose > from && stretch.from < to)
    },
  }
}

function compile(schedule: RuledSchedule, at: number, calendar: Calendar): Compiled {
  const today = localDate(at).toString()
  const stretches = expand(schedule, today, addDays(today, HORIZON_DAYS + AHEAD_DAYS), calendar)
  return {
    start: startOfDay(today),
    askedBefore: startOfDay(addDays(today, AHEAD_DAYS)),
    stretches,
    offHours: stretches.filter(isOffHours),
  }
}

const HORIZON = HORIZON_DAYS * 24 * 60 * 60 * 1000

/** The first stretch whose door has not closed yet. */
function next(stretches: readonly Stretch[], at: number): Opening {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.doorsClose ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  const found = stretches[low]
  if (!found || found.from > at + HORIZON) return { type: 'none' }
  return { type: found.from <= at ? 'open' : 'opens', ...found }
}

/** Whether somebody who works in the daytime can come: at the weekend, or while the door lets people in in the evening. */
function isOffHours({ from, doorsClose }: Stretch): boolean {
  const start = localTime(from)
  return start.dayOfWeek >= SATURDAY || doorsClose > epochOf(start.toPlainDate().toString(), EVENING_FROM)
}
