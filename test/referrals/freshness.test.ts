import { describe, expect, test } from '@jest/globals'
import type { DirectoryRecordInput, Provenance } from '../../content/schema/record.js'
import { freshness, MOST_VALID_DAYS, VALID_DAYS } from '../../services/referrals/freshness.js'
import { makeRecord } from './record-fixture.js'

const checked = (overrides: Partial<Provenance> = {}): Provenance => ({
  source: 'visit',
  checkedOn: '2027-01-01',
  checkedBy: 'editor',
  how: 'visit',
  validUntil: null,
  ...overrides,
})

describe('how far a record may be relied on (L1, L3)', () => {
  const cases: readonly { name: string; record: Partial<DirectoryRecordInput>; on: string; is: string }[] = [
    { name: 'informal on day 90', record: { formality: 'informal' }, on: '2027-04-01', is: 'fresh' },
    { name: 'informal on day 91', record: { formality: 'informal' }, on: '2027-04-02', is: 'call-first' },
    { name: 'informal on day 120', record: { formality: 'informal' }, on: '2027-05-01', is: 'call-first' },
    { name: 'informal on day 121', record: { formality: 'informal' }, on: '2027-05-02', is: 'hidden' },
    { name: 'formal on day 180', record: {}, on: '2027-06-30', is: 'fresh' },
    { name: 'formal on day 181', record: {}, on: '2027-07-01', is: 'call-first' },
    { name: 'a pilot after a month', record: { formality: 'pilot' }, on: '2027-02-01', is: 'call-first' },
    {
      name: 'one person: half as long',
      record: { formality: 'informal', onePerson: true },
      on: '2027-02-16',
      is: 'call-first',
    },
    {
      name: 'its own earlier date wins',
      record: { checked: checked({ validUntil: '2027-01-10' }) },
      on: '2027-01-11',
      is: 'call-first',
    },
    {
      name: 'its own later date does not',
      record: { checked: checked({ validUntil: '2028-01-10' }) },
      on: '2027-07-01',
      is: 'call-first',
    },
    {
      name: 'the oldest fact decides',
      record: { factChecks: { phone: checked({ checkedOn: '2026-06-01' }) } },
      on: '2027-01-02',
      is: 'hidden',
    },
    { name: 'never checked', record: { checked: checked({ checkedOn: null }) }, on: '2027-01-02', is: 'hidden' },
    {
      name: 'a made-up example is never checked',
      record: { example: true, checked: checked({ checkedOn: null }) },
      on: '2027-01-02',
      is: 'fresh',
    },
    { name: 'on its last day', record: { endsOn: '2027-01-05' }, on: '2027-01-05', is: 'fresh' },
    { name: 'after its last day', record: { endsOn: '2027-01-05' }, on: '2027-01-06', is: 'ended' },
    { name: 'paused until a day to come', record: { pausedUntil: '2027-01-05' }, on: '2027-01-04', is: 'paused' },
    { name: 'back on that day', record: { pausedUntil: '2027-01-05' }, on: '2027-01-05', is: 'fresh' },
    { name: 'replaced by another', record: { replacedBy: 'successor' }, on: '2027-01-02', is: 'ended' },
    { name: 'closed', record: { state: 'closed' }, on: '2027-01-02', is: 'closed' },
    { name: 'paused without a date', record: { state: 'paused' }, on: '2027-01-02', is: 'paused' },
    { name: 'a draft', record: { state: 'draft' }, on: '2027-01-02', is: 'hidden' },
  ]
  test.each(cases)('$name is $is', ({ record, on, is }) => {
    expect(freshness(makeRecord({ checked: checked(), ...record }), Date.parse(`${on}T12:00:00+01:00`))).toBe(is)
  })

  test('no check holds longer than twelve months', () => {
    expect(Math.max(...Object.values(VALID_DAYS))).toBeLessThanOrEqual(MOST_VALID_DAYS)
  })
})
