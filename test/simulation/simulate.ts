import { MONDAY_MORNING } from '../app/test-app.js'
import { createChance } from './chance.js'
import type { Disk } from './disk.js'
import { Machine, type Faults } from './machine.js'
import { Meta } from './meta.js'
import { calm, type Moods } from './moods.js'
import type { Script } from './person.js'
import { createProcess, type Process } from './process.js'
import { createTimeline } from './timeline.js'
import { Witness, type Tally } from './witness.js'

export interface Simulation {
  readonly seed: number
  readonly people: readonly Script[]
  /** Processes that share the disk. */
  readonly processes: number
  readonly disk: () => Disk
  /** What goes wrong with the call of this number, from 1. */
  readonly faults: (call: number, name: string) => ReturnType<Faults>
  readonly moods: Moods
  /** After so many calls the platform is calm. */
  readonly moodsUntil: number
  readonly latency: number
  /** Milliseconds before a process that died is started again, at most. */
  readonly downtime: number
  /** Whether at the end everything comes once more, and again when all has expired. */
  readonly again: boolean
  /** Told of each step; not asked for where speed matters. */
  readonly log?: (line: string) => void
}

export interface Outcome {
  readonly violations: readonly string[]
  readonly tally: Tally
  readonly calls: number
  /** Messages that residents wrote, and how often the platform brought one of them, tries left aside. */
  readonly messages: number
  readonly brought: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** More means that it never comes to rest. */
const MOST_STEPS = 20_000
const SHORTEST_DOWNTIME = 500

/** Plays everything to the end, from one seed, and judges it. */
export async function simulate(simulation: Simulation): Promise<Outcome> {
  const chance = createChance(simulation.seed)
  const timeline = createTimeline(MONDAY_MORNING)
  const disk = simulation.disk()
  const witness = new Witness()
  const clock = () => timeline.now
  const log = (line: string) => simulation.log?.(`${timeline.now - MONDAY_MORNING} ${line}`)
  let calls = 0
  const faults: Faults = name => simulation.faults((calls += 1), name)
  const moods = () => (calls < simulation.moodsUntil ? simulation.moods : calm)
  const slots: (Process | null)[] = Array.from({ length: simulation.processes }, () => null)
  const running = () => slots.flatMap(process => process ?? [])
  const meta = new Meta({ timeline, chance, moods, disk, witness, log, processes: running }, simulation.people)

  function startProcess(slot: number): void {
    const machine: Machine = new Machine({
      timeline,
      chance,
      faults,
      ordered: simulation.processes === 1,
      latency: simulation.latency,
      log,
      name: `process ${slot}`,
      crashed() {
        slots[slot] = null
        witness.tally.crashes += 1
        const down = SHORTEST_DOWNTIME + chance.below(simulation.downtime)
        timeline.at(timeline.now + down, () => startProcess(slot))
      },
    })
    log(`${machine.name} starts`)
    const process = createProcess({ machine, disk, meta, witness, chance, clock, log })
    slots[slot] = process
    // As bot/start.ts does
    process.sender.sendDue(simulation.processes > 1 ? timeline.now : Infinity).catch(() => undefined)
  }

  slots.forEach((_, slot) => startProcess(slot))
  const jobs = createJobs(timeline, disk, running)
  try {
    for (let ending = 0; ending < (simulation.again ? 3 : 1); ending++) {
      await toRest()
      if (witness.violations.length > 0) break
      meta.atRest()
      witness.atRest()
      if (ending === 1) await afterADay()
      if (simulation.again && ending < 2) meta.repeatAll()
    }
  } finally {
    disk.close()
  }
  const { written: messages, brought } = meta
  return { violations: witness.violations, tally: witness.tally, calls, messages, brought }

  async function toRest(): Promise<void> {
    for (let steps = 0; witness.violations.length === 0; steps++) {
      if (steps > MOST_STEPS) return witness.violation('it never came to rest')
      jobs.plan()
      if (timeline.next() === Infinity) return
      await timeline.step()
    }
  }

  /** Everything expires, and is swept away. */
  async function afterADay(): Promise<void> {
    timeline.at(timeline.now + 25 * HOUR, () => undefined)
    await toRest()
  }
}

/** The jobs of the house, run only when there is something to do. */
function createJobs(
  timeline: ReturnType<typeof createTimeline>,
  disk: Disk,
  running: () => readonly Process[],
): { plan(): void } {
  let sent = timeline.now
  let swept = timeline.now
  let planned = false
  const sweep = (): void => {
    for (const { conversations } of running()) conversations.sweep().catch(() => undefined)
  }
  return {
    plan() {
      // Right before something happens is when sweeping could do most harm
      if (timeline.next() !== Infinity && timeline.next() - swept > HOUR)
        timeline.at((swept = timeline.next() - 1), sweep)
      const next = sent + MINUTE
      if (planned || timeline.next() < next) return
      if (!disk.waits()) {
        if (timeline.next() !== Infinity) sent = Math.max(sent, timeline.next() - MINUTE)
        return
      }
      planned = true
      timeline.at(next, () => {
        planned = false
        sent = timeline.now
        for (const { sender } of running()) sender.sendDue(timeline.now).catch(() => undefined)
      })
    },
  }
}
