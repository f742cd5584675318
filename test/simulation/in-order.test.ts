import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { calm } from './moods.js'
import { text, voice } from './person.js'
import { ORDINARY } from './random-schedule.js'
import { simulate } from './simulate.js'
import { createSimulatedDisk } from './simulated-disk.js'

const LONG = process.env['SIMULATE'] === 'long'
const RUNS = LONG ? 10_000 : 500
const HOUR = 3_600_000

/** Several people, each typing quickly; the seconds of the platform's clock are crossed now and then. */
const people = fc.array(
  fc.array(
    fc.record({
      content: fc.constantFrom(...ORDINARY, text('0612345678'), voice),
      when: fc.constant('together' as const),
      after: fc.constantFrom(0, 0, 0, 1, 5, 40, 300, 900),
      heldFor: fc.constantFrom(0, 0, 0, 20, 700),
    }),
    { minLength: 2, maxLength: 5 },
  ),
  { minLength: 1, maxLength: LONG ? 3 : 2 },
)

test(
  `quick messages of several conversations, in ${RUNS} orders: answered and delivered by the platform's time, then by arrival`,
  async () => {
    let messages = 0
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.nat(),
        fc.constantFrom(0, 1, 10, 60),
        fc.constantFrom(0, 10, 1_500),
        async (scripts, seed, latency, slow) => {
          const outcome = await simulate({
            seed,
            people: scripts,
            processes: 1,
            disk: createSimulatedDisk,
            faults: () => ({ type: 'none' }),
            moods: { ...calm, slow },
            moodsUntil: Infinity,
            latency,
            downtime: 0,
            again: false,
          })
          messages += outcome.messages
          expect(outcome.violations).toEqual([])
          expect(outcome.tally.turns + outcome.tally.said).toBe(outcome.messages)
        },
      ),
      { numRuns: RUNS },
    )
    if (LONG) process.stdout.write(`in order: ${RUNS} runs, ${messages} messages\n`)
  },
  HOUR,
)
