import { expect, test } from '@jest/globals'
import { calendarFile } from '../../bot/web/calendar-file.js'

const entry = {
  uid: 'plek-1@voordeur',
  title: 'Afspraak',
  location: 'Plein 1; hoek, achter',
  from: Date.UTC(2027, 2, 28, 8, 0),
  until: Date.UTC(2027, 2, 28, 10, 30),
  now: Date.UTC(2026, 10, 23, 9, 0),
}

test('start, end and time of making are in UTC, whatever the clock of the machine', () => {
  const file = calendarFile(entry)
  expect(file).toContain('DTSTART:20270328T080000Z\r\n')
  expect(file).toContain('DTEND:20270328T103000Z\r\n')
  expect(file).toContain('DTSTAMP:20261123T090000Z\r\n')
})

test('the same opening gives the same file', () => expect(calendarFile(entry)).toBe(calendarFile(entry)))

test('it holds the neutral word and the address, and nothing that could tell more', () => {
  const file = calendarFile(entry)
  expect(file).toContain('SUMMARY:Afspraak\r\n')
  expect(file).toContain('LOCATION:Plein 1\\; hoek\\, achter\r\n')
  expect(file).not.toMatch(/DESCRIPTION|VALARM|ATTENDEE|URL|CATEGORIES/)
})

test('words cannot add lines of their own', () => {
  const file = calendarFile({ ...entry, location: 'Plein\r\nATTENDEE:mailto:x@example.org' })
  expect(file).not.toMatch(/^ATTENDEE/m)
})
