import { describe, expect, test } from '@jest/globals'
import type { z } from 'zod'
import { loadCalendar } from '../../content/calendar.js'
import { scheduleSchema } from '../../content/schema/schedule.js'
import { describeMoment, type Moment } from '../../services/schedule/moment.js'
import { createOpenings, HORIZON_DAYS } from '../../services/schedule/openings.js'

const openings = createOpenings(loadCalendar())
type Input = z.input<typeof scheduleSchema>
type RuleInput = Exclude<Input, string>['rules'][number]

const rule = (overrides: Partial<RuleInput> = {}): RuleInput => ({
  freq: 'weekly',
  days: ['TU'],
  from: '10:00',
  to: '12:00',
  start: '2026-01-05',
  ...overrides,
})
const weekly = (overrides: Partial<RuleInput> = {}, rest: Partial<Exclude<Input, string>> = {}): Input => ({
  rules: [rule(overrides)],
  ...rest,
})

const two = (number: number) => String(number).padStart(2, '0')
const isoDate = ({ year, month, day }: Moment['date']) => `${year}-${two(month)}-${two(day)}`

/** The next opening as a resident's clock shows it: `open` or `opens`, the day, the time, and when doors close. */
function seen(schedule: Input, local: string): string {
  const now = Date.parse(local)
  const opening = openings.nextOpening(scheduleSchema.parse(schedule), now)
  if (opening.type !== 'open' && opening.type !== 'opens') return opening.type
  const { day, weekday, date, time } = describeMoment(opening.from, now)
  const closes = describeMoment(opening.doorsClose, now).time
  return `${opening.type} ${day} ${weekday} ${isoDate(date)} ${time}-${closes}`
}

const every = { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] } satisfies Partial<RuleInput>
const fridays = weekly({ days: ['FR'], every: 2, start: '2027-01-08', from: '13:00', to: '15:00' })

describe('the next opening (F6)', () => {
  const cases: readonly { name: string; schedule: Input; at: string; shows: string }[] = [
    {
      name: 'tomorrow',
      schedule: weekly(),
      at: '2026-11-23T15:00:00+01:00',
      shows: 'opens tomorrow 2 2026-11-24 10:00-12:00',
    },
    {
      name: 'later today',
      schedule: weekly(),
      at: '2026-11-24T09:59:00+01:00',
      shows: 'opens today 2 2026-11-24 10:00-12:00',
    },
    {
      name: 'open at the first minute',
      schedule: weekly(),
      at: '2026-11-24T10:00:00+01:00',
      shows: 'open today 2 2026-11-24 10:00-12:00',
    },
    {
      name: 'shut at the last minute',
      schedule: weekly(),
      at: '2026-11-24T12:00:00+01:00',
      shows: 'opens date 2 2026-12-01 10:00-12:00',
    },
    {
      name: 'after the doors close it is the next time',
      schedule: weekly({ doorsClose: '11:30' }),
      at: '2026-11-24T11:30:00+01:00',
      shows: 'opens date 2 2026-12-01 10:00-11:30',
    },
    {
      name: 'a day after midnight is tomorrow',
      schedule: weekly({ from: '00:30', to: '02:00' }),
      at: '2026-11-23T23:50:00+01:00',
      shows: 'opens tomorrow 2 2026-11-24 00:30-02:00',
    },
    {
      name: 'the week in which the clock goes forward, before',
      schedule: weekly({ days: ['SA'] }),
      at: '2027-03-26T12:00:00+01:00',
      shows: 'opens tomorrow 6 2027-03-27 10:00-12:00',
    },
    {
      name: 'the week in which the clock goes forward, after',
      schedule: weekly({}, { onHolidays: 'open' }),
      at: '2027-03-28T12:00:00+02:00',
      shows: 'opens date 2 2027-03-30 10:00-12:00',
    },
    {
      name: 'the Sunday on which the clock goes forward',
      schedule: weekly(every, { onHolidays: 'open' }),
      at: '2027-03-27T20:00:00+01:00',
      shows: 'opens tomorrow 7 2027-03-28 10:00-12:00',
    },
    {
      name: 'an hour that the clock skips comes an hour later',
      schedule: weekly({ days: ['SU'], from: '02:15', to: '02:45' }, { onHolidays: 'open' }),
      at: '2027-03-27T20:00:00+01:00',
      shows: 'opens tomorrow 7 2027-03-28 03:15-03:45',
    },
    {
      name: 'the Sunday on which the clock goes back',
      schedule: weekly(every),
      at: '2027-10-30T20:00:00+02:00',
      shows: 'opens tomorrow 7 2027-10-31 10:00-12:00',
    },
    {
      name: 'the week in which the clock goes back, after',
      schedule: weekly(),
      at: '2027-10-31T12:00:00+01:00',
      shows: 'opens date 2 2027-11-02 10:00-12:00',
    },
    {
      name: '25 December is shut',
      schedule: weekly(every),
      at: '2026-12-24T20:00:00+01:00',
      shows: 'opens date 7 2026-12-27 10:00-12:00',
    },
    {
      name: '25 December where a place stays open',
      schedule: weekly(every, { onHolidays: 'open' }),
      at: '2026-12-24T20:00:00+01:00',
      shows: 'opens tomorrow 5 2026-12-25 10:00-12:00',
    },
    {
      name: '25 December where nobody knows is not told as open',
      schedule: weekly(every, { onHolidays: 'unknown' }),
      at: '2026-12-24T20:00:00+01:00',
      shows: 'opens date 7 2026-12-27 10:00-12:00',
    },
    {
      name: '5 May, the day before Ascension Day',
      schedule: weekly(every),
      at: '2027-05-04T20:00:00+02:00',
      shows: 'opens date 5 2027-05-07 10:00-12:00',
    },
    {
      name: 'Good Friday',
      schedule: weekly({ days: ['FR'] }),
      at: '2027-03-25T20:00:00+01:00',
      shows: 'opens date 5 2027-04-02 10:00-12:00',
    },
    {
      name: 'a school holiday',
      schedule: weekly({ notDuring: ['school-holidays'] }),
      at: '2027-10-13T12:00:00+02:00',
      shows: 'opens date 2 2027-10-26 10:00-12:00',
    },
    {
      name: 'only in a school holiday',
      schedule: weekly({ during: 'school-holidays' }),
      at: '2027-09-28T12:00:00+02:00',
      shows: 'opens date 2 2027-10-19 10:00-12:00',
    },
    {
      name: 'an evening in Ramadan',
      schedule: weekly({ ...every, during: 'ramadan', from: '18:00', to: '21:00' }),
      at: '2027-01-20T12:00:00+01:00',
      shows: 'opens date 1 2027-02-08 18:00-21:00',
    },
    {
      name: 'a day that is shut for once',
      schedule: weekly({}, { exceptions: [{ on: '2026-11-24', open: 'closed' }] }),
      at: '2026-11-23T12:00:00+01:00',
      shows: 'opens date 2 2026-12-01 10:00-12:00',
    },
    {
      name: 'other hours for once',
      schedule: weekly(
        {},
        { exceptions: [{ on: '2026-11-24', open: { from: '14:00', to: '16:00', doorsClose: '15:00' } }] },
      ),
      at: '2026-11-23T12:00:00+01:00',
      shows: 'opens tomorrow 2 2026-11-24 14:00-15:00',
    },
    {
      name: 'an exception wins over a holiday',
      schedule: weekly(every, { exceptions: [{ on: '2026-12-25', open: { from: '11:00', to: '13:00' } }] }),
      at: '2026-12-24T20:00:00+01:00',
      shows: 'opens tomorrow 5 2026-12-25 11:00-13:00',
    },
    {
      name: 'a two-weekly afternoon, this week',
      schedule: fridays,
      at: '2027-01-21T12:00:00+01:00',
      shows: 'opens tomorrow 5 2027-01-22 13:00-15:00',
    },
    {
      name: 'a two-weekly afternoon, not this week',
      schedule: fridays,
      at: '2027-01-28T12:00:00+01:00',
      shows: 'opens date 5 2027-02-05 13:00-15:00',
    },
    {
      name: 'a two-weekly afternoon counted from the week of a start on another day',
      schedule: weekly({ days: ['MO'], every: 2, start: '2027-01-08' }),
      at: '2027-01-09T12:00:00+01:00',
      shows: 'opens date 1 2027-01-18 10:00-12:00',
    },
    {
      name: 'the last Friday of a month',
      schedule: weekly({ freq: 'monthly', days: ['FR'], nth: -1 }),
      at: '2027-04-01T12:00:00+02:00',
      shows: 'opens date 5 2027-04-30 10:00-12:00',
    },
    {
      name: 'the first Tuesday of every second month',
      schedule: weekly({ freq: 'monthly', nth: 1, every: 2, start: '2027-01-01' }),
      at: '2027-01-06T12:00:00+01:00',
      shows: 'opens date 2 2027-03-02 10:00-12:00',
    },
    {
      name: 'a season over New Year, in it',
      schedule: weekly({ season: { from: '11-01', to: '03-31' } }),
      at: '2026-12-30T12:00:00+01:00',
      shows: 'opens date 2 2027-01-05 10:00-12:00',
    },
    {
      name: 'a season over New Year, after it',
      schedule: weekly({ season: { from: '11-01', to: '03-31' } }),
      at: '2027-03-31T12:00:00+02:00',
      shows: 'none',
    },
    {
      name: 'past its last day',
      schedule: weekly({ until: '2026-11-24' }),
      at: '2026-11-24T12:00:00+01:00',
      shows: 'none',
    },
    {
      name: 'not begun',
      schedule: weekly({ start: '2026-12-15' }),
      at: '2026-11-24T12:00:00+01:00',
      shows: 'opens date 2 2026-12-15 10:00-12:00',
    },
    {
      name: 'two rules that meet are one stretch',
      schedule: { rules: [rule(), rule({ from: '12:00', to: '14:00' })] },
      at: '2026-11-24T11:00:00+01:00',
      shows: 'open today 2 2026-11-24 10:00-14:00',
    },
    { name: 'hours nobody knows', schedule: 'unknown', at: '2026-11-24T11:00:00+01:00', shows: 'unknown' },
    { name: 'by appointment', schedule: 'by-appointment', at: '2026-11-24T11:00:00+01:00', shows: 'by-appointment' },
  ]
  test.each(cases)('$name', ({ schedule, at, shows }) => {
    expect(seen(schedule, at)).toBe(shows)
  })
})

describe('evenings and weekends (F7)', () => {
  const nextOff = (schedule: Input, at: string) =>
    openings.nextOpening(scheduleSchema.parse(schedule), Date.parse(at), 'evening-or-weekend')

  test('a weekday afternoon does not fit who works then', () => {
    expect(nextOff(weekly(), '2026-11-23T12:00:00+01:00').type).toBe('none')
  })
  test('doors that close at 19:30 are too early', () => {
    expect(nextOff(weekly({ from: '18:00', to: '21:00', doorsClose: '19:30' }), '2026-11-23T12:00:00+01:00').type).toBe(
      'none',
    )
  })
  test('a long Tuesday and a short Saturday: the evening comes first', () => {
    const schedule: Input = { rules: [rule({ from: '13:00', to: '21:00' }), rule({ days: ['SA'] })] }
    expect(nextOff(schedule, '2026-11-23T12:00:00+01:00')).toMatchObject({
      from: Date.parse('2026-11-24T13:00:00+01:00'),
    })
  })
})

test('the answer does not hang on what was asked before', () => {
  const schedule = scheduleSchema.parse(weekly())
  const start = Date.parse('2026-11-24T11:00:00+01:00')
  const day = 86_400_000
  const asked = [0, 40, 3, 400, 27, 28, 29, 0].map(days => start + days * day)
  for (const at of asked)
    expect(openings.nextOpening(schedule, at)).toEqual(createOpenings(loadCalendar()).nextOpening(schedule, at))
})

test('an opening after the horizon is none, one just before it is told', () => {
  const schedule = scheduleSchema.parse(weekly({ start: '2027-02-02' }))
  const opens = Date.parse('2027-02-02T10:00:00+01:00')
  const horizon = HORIZON_DAYS * 86_400_000
  expect(openings.nextOpening(schedule, opens - horizon).type).toBe('opens')
  expect(openings.nextOpening(schedule, opens - horizon - 1).type).toBe('none')
})

test('openings between two moments', () => {
  const schedule = scheduleSchema.parse(weekly())
  const from = Date.parse('2026-11-24T11:00:00+01:00')
  expect(openings.openingsBetween(schedule, from, from + 14 * 86_400_000)).toHaveLength(3)
  expect(openings.openingsBetween(schedule, from, from)).toEqual([])
  expect(openings.openingsBetween('unknown', from, from + 1)).toEqual([])
})
