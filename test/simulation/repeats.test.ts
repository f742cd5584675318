import { expect, test } from '@jest/globals'
import { createChance } from './chance.js'
import { createEmbeddedDisk } from './embedded-disk.js'
import { calm } from './moods.js'
import type { Line, Script } from './person.js'
import { GRAVE, ORDINARY } from './random-schedule.js'
import { simulate } from './simulate.js'
import { createSimulatedDisk } from './simulated-disk.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The platform repeats for so long; a minute less, since its clock knows whole seconds alone. */
const SEVEN_DAYS = 7 * 24 * HOUR - MINUTE
const PEOPLE = 20
const MESSAGES = 10
const TIMES = 5

/** Ten messages over some days: conversations go on, expire and are wiped in between. */
function scriptOf(chance: ReturnType<typeof createChance>): Script {
  return Array.from({ length: MESSAGES }, (): Line => ({
    content: chance.hit(1 / 6) ? chance.pick(GRAVE) : chance.pick(ORDINARY),
    when: 'answered',
    after: chance.hit(1 / 2) ? chance.below(MINUTE) : chance.below(30 * HOUR),
    again: Array.from({ length: TIMES }, () => chance.below(SEVEN_DAYS)),
  }))
}

test.each(Object.entries({ shared: createSimulatedDisk, embedded: () => createEmbeddedDisk() }))(
  '1,000 repeats in any order over seven days, with expiry, sweeps and wipes in between: none is answered (%s store)',
  async (_name, disk) => {
    const chance = createChance(7)
    const outcome = await simulate({
      seed: 7,
      people: Array.from({ length: PEOPLE }, () => scriptOf(chance)),
      processes: 1,
      disk,
      faults: () => ({ type: 'none' }),
      moods: calm,
      moodsUntil: 0,
      latency: 20,
      downtime: 0,
      again: false,
    })
    expect(outcome.violations).toEqual([])
    expect(outcome.messages).toBe(PEOPLE * MESSAGES)
    expect(outcome.brought).toBe(PEOPLE * MESSAGES * (1 + TIMES))
    expect(outcome.tally.turns + outcome.tally.said).toBe(outcome.messages)
  },
  120_000,
)
