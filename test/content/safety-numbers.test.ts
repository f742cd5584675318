import { describe, expect, test } from '@jest/globals'
import { loadSafetyNumbers, parseSafetyNumbers, unverified, type SafetyNumber } from '../../content/safety-numbers.js'

const numbers = loadSafetyNumbers()
const first = numbers[0]
if (!first) throw new Error('content/safety/numbers.json is empty')
const checkedOn = (verifiedOn: string): SafetyNumber => ({ ...first, verifiedOn, verifiedBy: 'safety professional' })

describe('national help numbers', () => {
  test.each([
    ['112', '112', 'free', 'always'],
    ['veilig-thuis', '0800-2000', 'free', 'always'],
    ['113', '113', 'free', 'always'],
    ['kindertelefoon', '0800-0432', 'free', 'not-at-night'],
    ['police', '0900-8844', 'paid', 'unknown'],
    ['geldfit', '0800-8115', 'free', 'unknown'],
    ['sexual-violence', '0800-0188', 'free', 'unknown'],
  ])('%s is %s', (id, number, cost, hours) => {
    expect(numbers.find(record => record.id === id)).toMatchObject({ number, cost, hours })
  })

  test('none claims to be verified before a person on the project did so', () => {
    expect(numbers.filter(({ verifiedOn }) => verifiedOn !== null)).toEqual([])
  })

  test.each([
    { name: 'on the day itself', now: '2026-11-23T09:00:00Z', why: null },
    { name: 'on day 30', now: '2026-12-23T23:59:00Z', why: null },
    { name: 'on day 31', now: '2026-12-24T00:00:00Z', why: 'stale' },
    { name: 'when the day lies in the future', now: '2026-11-01T00:00:00Z', why: 'never' },
  ])('a check is good for 30 days: $name', ({ now, why }) => {
    expect(unverified([checkedOn('2026-11-23')], new Date(now))).toEqual(why ? [{ id: '112', why }] : [])
  })

  test('a number never verified is told apart from a stale one', () => {
    expect(unverified(numbers, new Date('2026-11-23T09:00:00Z'))).toEqual(
      numbers.map(({ id }) => ({ id, why: 'never' })),
    )
  })

  test.each([
    { name: 'an invented kind of number', data: [{ ...first, number: '06-12345678' }] },
    { name: 'a day without a person', data: [{ ...first, verifiedOn: '2026-11-23' }] },
    { name: 'two of one id', data: [first, first] },
    { name: 'an unknown field', data: [{ ...first, note: 'x' }] },
    { name: 'an empty list', data: [] },
  ])('refuses $name, naming the file', ({ data }) => {
    expect(() => parseSafetyNumbers(data)).toThrow(/content\/safety\/numbers\.json/)
  })
})
