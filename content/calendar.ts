import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { calendarNames, type CalendarName } from './schema/schedule.js'

/**
 * Days on which a place may be shut because of the day. Good Friday and Liberation Day are no official days off, but so many
 * places are shut then that they count (requirement F6 names both).
 */
export const publicHolidayNames = [
  'new-year',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'kings-day',
  'liberation-day',
  'ascension-day',
  'whit-sunday',
  'whit-monday',
  'christmas-day',
  'second-christmas-day',
] as const

const date = z.iso.date()

/** One dated period, both days included, with where it comes from (L9). `verified` is false for what is from memory. */
export const periodSchema = z
  .strictObject({
    name: z.string(),
    from: date,
    to: date,
    year: z.int(),
    source: z.string().min(5),
    verified: z.boolean(),
  })
  .refine(({ from, to }) => from <= to, 'a period ends on or after its first day')
  .refine(({ from, year }) => from.startsWith(`${year}-`), 'the year is that of the first day')

/** Periods of one kind. Outside `coveredFrom` to `coveredUntil` nobody has looked, so nothing is known there. */
export const datedCalendarSchema = z.strictObject({
  coveredFrom: date,
  coveredUntil: date,
  periods: z.array(periodSchema).min(1),
})
export type DatedCalendar = z.infer<typeof datedCalendarSchema>

const holidaysSchema = datedCalendarSchema.refine(
  ({ periods }) => periods.every(({ name }) => publicHolidayNames.some(known => known === name)),
  'a public holiday that is not in the list',
)

/** All dated days that opening hours hang on. Dates are local to the Netherlands, as 2027-03-28. */
export interface Calendar extends Readonly<Record<CalendarName, DatedCalendar>> {
  readonly 'public-holidays': DatedCalendar
}

/** Reads the dates from `content/calendar/`. Throws when a file is missing or does not fit its schema. */
export function loadCalendar(): Calendar {
  const [school, ramadan, building] = calendarNames
  return {
    'public-holidays': holidaysSchema.parse(read('public-holidays')),
    [school]: datedCalendarSchema.parse(read(school)),
    [ramadan]: datedCalendarSchema.parse(read(ramadan)),
    [building]: datedCalendarSchema.parse(read(building)),
  }
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`calendar/${name}.json`, import.meta.url), 'utf8'))
