import { expect, test } from '@jest/globals'
import Holidays from 'date-holidays'
import { loadCalendar, publicHolidayNames, type DatedCalendar } from '../../content/calendar.js'
import { calendarsRunningOut, fallsIn } from '../../services/schedule/dated-days.js'

const calendar = loadCalendar()

test('the public holidays of 2026 to 2028 are those of the library, with Good Friday and Liberation Day', () => {
  const holidays = new Holidays('NL')
  const expected = [2026, 2027, 2028].flatMap(year =>
    holidays
      .getHolidays(year)
      .filter(({ type, rule }) => type === 'public' || rule === 'easter -2' || rule === '05-05')
      .map(({ date }) => date.slice(0, 10)),
  )
  expect(calendar['public-holidays'].periods.map(({ from }) => from)).toEqual(expected)
  expect(expected).toHaveLength(3 * publicHolidayNames.length)
})

test('periods of one calendar follow each other', () => {
  const calendars: readonly DatedCalendar[] = [
    calendar['public-holidays'],
    calendar['school-holidays'],
    calendar.ramadan,
    calendar['building-holiday'],
  ]
  for (const { periods } of calendars)
    for (const [index, { from }] of periods.entries()) expect((periods[index - 1]?.to ?? '') < from).toBe(true)
})

test('beyond what was looked up nothing is claimed', () => {
  expect(fallsIn(calendar['school-holidays'], '2027-10-16')).toBe('yes')
  expect(fallsIn(calendar['school-holidays'], '2027-10-25')).toBe('no')
  expect(fallsIn(calendar['school-holidays'], '2031-01-01')).toBe('unknown')
})

test('dates that run out are announced sixty days ahead (L9)', () => {
  expect(calendarsRunningOut(calendar, Date.parse('2026-11-23T10:00:00+01:00'))).toEqual([])
  expect(calendarsRunningOut(calendar, Date.parse('2028-06-27T10:00:00+02:00'))).toEqual([])
  expect(calendarsRunningOut(calendar, Date.parse('2028-06-29T10:00:00+02:00'))).toEqual(['school-holidays'])
})
