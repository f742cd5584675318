import { z } from 'zod'
import { days } from '../vocabulary.js'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as 09:30')
const date = z.iso.date()
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a month and day as 09-01')

/** Dated calendars that a rule can hang on; their dates stand in `content/calendar/`. */
export const calendarNames = ['school-holidays', 'ramadan', 'building-holiday'] as const
export type CalendarName = (typeof calendarNames)[number]

/**
 * One repeating opening, in local time of Europe/Amsterdam. Each rule can be written as one RFC 5545 RRULE:
 * `every` is INTERVAL, `days` is BYDAY, `nth` is the number before a BYDAY of a monthly rule (−1 is the last).
 */
export const ruleSchema = z.strictObject({
  freq: z.enum(['weekly', 'monthly']),
  /** 1 is every week (or month), 2 every second one, counted from the week (or month) of `start`. */
  every: z.int().min(1).max(12).default(1),
  days: z.array(z.enum(days)).min(1),
  /** Which one of the month, for monthly rules only: 1 to 4, or −1 for the last. */
  nth: z.union([z.int().min(1).max(4), z.literal(-1)]).optional(),
  from: time,
  to: time,
  /** After this the door no longer opens for newcomers, though people are still inside. */
  doorsClose: time.optional(),
  /** First day on which the rule can hold; the count of `every` starts here. */
  start: date,
  /** Last day on which it holds. */
  until: date.optional(),
  /** Part of each year in which it holds; may run over New Year. */
  season: z.strictObject({ from: monthDay, to: monthDay }).optional(),
  /** Holds only during these dated periods. */
  during: z.enum(calendarNames).optional(),
  /** Does not hold during these dated periods. */
  notDuring: z.array(z.enum(calendarNames)).optional(),
})
export type Rule = z.infer<typeof ruleSchema>

/** One day that differs: closed, or open at other hours. It wins over every rule. */
export const exceptionSchema = z.strictObject({
  on: date,
  open: z.union([z.literal('closed'), z.strictObject({ from: time, to: time, doorsClose: time.optional() })]),
})
export type ScheduleException = z.infer<typeof exceptionSchema>

/**
 * When a place is open. `unknown` and `by-appointment` are answers of their own and are said as such (F3, F6).
 * A time range never crosses midnight: such an evening is two rules.
 */
export const scheduleSchema = z.union([
  z.literal('unknown'),
  z.literal('by-appointment'),
  z.strictObject({
    rules: z.array(ruleSchema).min(1),
    exceptions: z.array(exceptionSchema).default([]),
    /** Whether it is shut on Dutch public holidays. `unknown` is shown as "ask first" on such a day. */
    onHolidays: z.enum(['closed', 'open', 'unknown']).default('closed'),
  }),
])
export type Schedule = z.infer<typeof scheduleSchema>
