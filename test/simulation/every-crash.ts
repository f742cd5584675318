import type { Disk } from './disk.js'
import type { Fault } from './machine.js'
import { calm } from './moods.js'
import type { Script } from './person.js'
import { simulate, type Outcome, type Simulation } from './simulate.js'

/** A crash before the call, or after its effect and before anybody heard of it. */
export const crashes = ['crash', 'crash-landed'] as const

export interface Cut {
  readonly call: number
  readonly type: (typeof crashes)[number]
}

const none: Fault = { type: 'none' }

/** One conversation in one process, cut off at one call. */
export const cutOff = (script: Script, disk: () => Disk, latency: number, cut: Cut | null): Simulation => ({
  seed: 1,
  people: [script],
  processes: 1,
  disk,
  faults: call => (call === cut?.call ? { type: cut.type } : none),
  moods: calm,
  moodsUntil: 0,
  latency,
  downtime: 2_000,
  again: true,
})

/** Plays it once whole, and then once for each call (or each so-many-th) and each kind of crash. Stops at the first that goes wrong. */
export async function everyCrash(
  script: Script,
  disk: () => Disk,
  latency: number,
  step = 1,
): Promise<{ readonly runs: number; readonly outcomes: readonly Outcome[]; readonly wrong: Cut | null | undefined }> {
  const whole = await simulate(cutOff(script, disk, latency, null))
  const outcomes = [whole]
  if (whole.violations.length > 0) return { runs: 1, outcomes, wrong: null }
  for (let call = 1; call <= whole.calls; call += step) {
    for (const type of crashes) {
      const outcome = await simulate(cutOff(script, disk, latency, { call, type }))
      outcomes.push(outcome)
      if (outcome.violations.length > 0) return { runs: outcomes.length, outcomes, wrong: { call, type } }
    }
  }
  return { runs: outcomes.length, outcomes, wrong: undefined }
}
