import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { loadCalendar } from '../../content/calendar.js'
import { scheduleSchema, type Rule } from '../../content/schema/schedule.js'
import { days } from '../../content/vocabulary.js'
import { createOpenings, HORIZON_DAYS } from '../../services/schedule/openings.js'

const ZONE = 'Europe/Amsterdam'
const openings = createOpenings(loadCalendar())

const rules = fc.record({
  freq: fc.constantFrom('weekly' as const, 'monthly' as const),
  every: fc.integer({ min: 1, max: 3 }),
  days: fc.uniqueArray(fc.constantFrom(...days), { minLength: 1, maxLength: 3 }),
  nth: fc.constantFrom(1, 2, 4, -1, undefined),
  hour: fc.integer({ min: 0, max: 22 }),
  start: fc.integer({ min: 0, max: 500 }),
})
const moments = fc.integer({ min: Date.parse('2027-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') })

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:30`

/** The library asked directly, in local time, for the next start. */
function oracle({ freq, every, days: on, nth, from, start }: Rule, at: number) {
  const local = new RRuleTemporal({
    freq: freq === 'weekly' ? 'WEEKLY' : 'MONTHLY',
    interval: every,
    byDay: on.map(day => (freq === 'monthly' ? `${nth ?? ''}${day}` : day)),
    wkst: 'MO',
    tzid: ZONE,
    dtstart: Temporal.PlainDate.from(start).toZonedDateTime({ timeZone: ZONE, plainTime: from }),
  })
  return local.next(new Date(at))?.epochMilliseconds
}

test('the library, asked directly in local time, gives the same next start for random rules', () => {
  fc.assert(
    fc.property(rules, moments, ({ hour, start, nth, ...rest }, at) => {
      const first = Temporal.PlainDate.from('2026-01-01').add({ days: start }).toString()
      const monthly = rest.freq === 'monthly' && nth !== undefined ? { nth } : {}
      const schedule = scheduleSchema.parse({
        rules: [{ ...rest, ...monthly, from: clock(hour), to: clock(hour + 1), start: first }],
        onHolidays: 'open',
      })
      if (typeof schedule === 'string' || !schedule.rules[0]) throw new Error('The schedule has a rule.')
      const expected = oracle(schedule.rules[0], at)
      const opening = openings.nextOpening(schedule, at)
      const within = expected !== undefined && expected <= at + HORIZON_DAYS * 86_400_000
      if (opening.type === 'open') expect(opening.from).toBeLessThanOrEqual(at)
      else if (opening.type === 'opens') expect(opening.from).toBe(expected)
      else expect([opening.type, within]).toEqual(['none', false])
    }),
    { numRuns: 150, seed: 7 },
  )
})
