import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { backOff, MOST_BACK_OFF_MS } from '../../../bot/channels/whatsapp/back-off.js'
import { createNumberRate, MOST_WAIT_MS } from '../../../bot/channels/whatsapp/number-rate.js'
import { metaCode } from '../../../bot/channels/whatsapp/outcome-of.js'
import { createPairRate, PAIR_BURST, PAIR_EVERY_MS } from '../../../bot/channels/whatsapp/pair-rate.js'

describe('back-off', () => {
  const seconds = (code: number | null) => [0, 1, 2, 3, 4, 5, 6].map(attempt => backOff(attempt, code, 0) / 1_000)

  test('too much for one person waits 4^n seconds', () => {
    expect(seconds(metaCode.pairRate)).toEqual([1, 4, 16, 64, 256, 900, 900])
  })
  test('everything else waits 2^n seconds', () => {
    expect(seconds(null)).toEqual([1, 2, 4, 8, 16, 32, 64])
    expect(seconds(metaCode.throughput)).toEqual(seconds(null))
  })
  test('chance adds at most a quarter, and takes nothing away', () => {
    const attempt = fc.integer({ min: 0, max: 10_000 })
    const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(attempt, fc.constantFrom(null, metaCode.pairRate), jitter, (tried, code, chance) => {
        const [least, wait] = [backOff(tried, code, 0), backOff(tried, code, chance)]
        return wait >= least && wait <= least * 1.25 + 1 && least <= MOST_BACK_OFF_MS
      }),
    )
  })
})

test('however sending is spread, one person gets no more than 45 and one for each 6 s', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 300 }), pauses => {
      let now = 0
      const rate = createPairRate(() => now)
      let sent = 0
      for (const pause of pauses) {
        now += pause
        const after = rate.take({ phone: '31612345678' })
        if (after === 0) sent += 1
        // Never told to wait longer than until one more may go
        if (after > PAIR_EVERY_MS) return false
      }
      return sent <= PAIR_BURST + now / PAIR_EVERY_MS
    }),
  )
})

test('people whose burst is full again are forgotten', () => {
  let now = 0
  const rate = createPairRate(() => now)
  for (let person = 0; person < 20_000; person += 1) {
    now += 100
    rate.take({ bsuid: `NL.${person}` })
  }
  // Two generations of 270 s
  expect(rate.known).toBeLessThanOrEqual((2 * PAIR_BURST * PAIR_EVERY_MS) / 100)
})

test('a flood of people does not grow without end', () => {
  const rate = createPairRate(() => 0)
  for (let person = 0; person < 60_000; person += 1) rate.take({ phone: String(person) })
  expect(rate.known).toBeLessThanOrEqual(50_000)
})

test('however sending is spread, our number sends no more a second than it may', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 400 }), pauses => {
      let now = 0
      const rate = createNumberRate(() => now, 80)
      const departures: number[] = []
      for (const pause of pauses) {
        now += pause
        const place = rate.book()
        if (place.type === 'ready') departures.push(now + place.wait)
        else if (place.after <= MOST_WAIT_MS) return false
      }
      // 80 at once, and 80 more in the second that follows
      return departures.every((from, index) => departures.slice(index).filter(at => at < from + 1_000).length <= 161)
    }),
  )
})
