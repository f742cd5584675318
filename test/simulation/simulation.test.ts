import { describe, expect, test } from '@jest/globals'
import { createEmbeddedDisk } from './embedded-disk.js'
import { cutOff, everyCrash } from './every-crash.js'
import { randomSchedule } from './random-schedule.js'
import { scripts } from './scripts.js'
import { simulate, type Outcome, type Simulation } from './simulate.js'
import { createSimulatedDisk } from './simulated-disk.js'
import { newTally, type Tally } from './witness.js'

/** `npm run simulate` sets it; the ordinary suite plays the short form. */
const LONG = process.env['SIMULATE'] === 'long'
/** Plays one schedule again, and prints it. */
const SEED = process.env['SEED']
const SEEDS = LONG ? Number(process.env['SEEDS'] ?? 20_000) : 300
const FIRST_SEED = Number(process.env['FIRST'] ?? 1)
const HOURS = 7_200_000

/** The schedule of a run that went wrong, step by step. */
async function replayed(simulation: Simulation, name: string): Promise<string> {
  const lines: string[] = []
  const { violations } = await simulate({ ...simulation, log: line => lines.push(line) })
  return [`${name}:`, ...lines, ...violations].join('\n')
}

function summed(outcomes: readonly Outcome[]): Tally & { runs: number; calls: number; messages: number } {
  const sum = { runs: outcomes.length, calls: 0, messages: 0, ...newTally() }
  for (const { tally, calls, messages } of outcomes) {
    sum.calls += calls
    sum.messages += messages
    for (const [name, count] of Object.entries(tally)) Reflect.set(sum, name, Number(Reflect.get(sum, name)) + count)
  }
  return sum
}

const report = (name: string, outcomes: readonly Outcome[]): void =>
  void (LONG && process.stdout.write(`${name}: ${JSON.stringify(summed(outcomes))}\n`))

/** Every call in the long form; every fifth, and of the slower store every fifteenth, in the short one. */
const disks = {
  'shared store': { disk: createSimulatedDisk, step: LONG ? 1 : 5 },
  'embedded store': { disk: () => createEmbeddedDisk(), step: LONG ? 1 : 15 },
}

describe.each(Object.entries(disks))('a crash before and after every call, on the %s', (on, { disk, step }) => {
  test.each(Object.entries(scripts))(
    '%s',
    async (name, script) => {
      for (const latency of LONG ? [0, 3, 40] : [3]) {
        const { outcomes, wrong } = await everyCrash(script, disk, latency, step)
        if (wrong !== undefined) {
          const where = wrong ? `${wrong.type} at call ${wrong.call}` : 'without a crash'
          throw new Error(await replayed(cutOff(script, disk, latency, wrong), `${name}, ${where}`))
        }
        report(`${on}, latency ${latency}, ${name}`, outcomes)
        expect(outcomes.length).toBeGreaterThan(5)
      }
    },
    HOURS,
  )
})

describe('random schedules', () => {
  test(
    SEED === undefined ? `${SEEDS} seeds` : `seed ${SEED}`,
    async () => {
      const seeds =
        SEED === undefined ? Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index) : [Number(SEED)]
      const outcomes: Outcome[] = []
      for (const seed of seeds) {
        const outcome = await simulate(randomSchedule(seed))
        if (outcome.violations.length > 0) throw new Error(await replayed(randomSchedule(seed), `SEED=${seed}`))
        outcomes.push(outcome)
      }
      report('random schedules', outcomes)
      expect(outcomes).toHaveLength(seeds.length)
    },
    HOURS,
  )

  test('a seed gives the same schedule again, to the step', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(await replayed(randomSchedule(seed), 'once')).toBe(await replayed(randomSchedule(seed), 'once'))
    }
  })
})
