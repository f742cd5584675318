import { createChance, type Chance } from './chance.js'
import type { Disk } from './disk.js'
import type { Fault } from './machine.js'
import type { Line, Script } from './person.js'
import { tap, text, voice, type Content } from './person.js'
import type { Simulation } from './simulate.js'
import { createEmbeddedDisk } from './embedded-disk.js'
import { createSimulatedDisk } from './simulated-disk.js'

/** What people say, in no order. Two processes know nothing of each other's memory, so there nobody is in danger or a minor. */
export const ORDINARY: readonly Content[] = [
  text('hallo'),
  text('1'),
  text('2'),
  text('ik heb schulden'),
  text('1013'),
  text('in de Jordaan'),
  text('ik wil koffie drinken in 1013'),
  text('dank u'),
  text('xyzzy'),
  text('merhaba, borçlarım var'),
  tap('lang:nl'),
  tap('lang:tr'),
  tap('meeting'),
  tap('coffee'),
  tap('back'),
  tap('show:contact-jordaan'),
  tap('where:contact-jordaan'),
  voice,
]
export const GRAVE: readonly Content[] = [
  text('wis alles'),
  text('mijn man slaat mij'),
  text('ik ben 15'),
  text('0'),
  tap('not-safe'),
]
const MINUTE = 60_000
/** Longest that one call is held up, in milliseconds: with several in a row it stays below the lease of sending. */
const LONGEST_STALL = 8_000

/** Everything that happens in one run, drawn from its seed. */
export function randomSchedule(seed: number): Simulation {
  const chance = createChance(seed * 2 + 1)
  const processes = chance.hit(1 / 3) ? 2 : 1
  const embedded = processes === 1 && chance.hit(1 / 4)
  const disk: () => Disk = embedded ? () => createEmbeddedDisk() : createSimulatedDisk
  const rates = {
    crash: chance.hit(3 / 4) ? chance.next() * 0.03 : 0,
    reject: chance.hit(1 / 3) ? chance.next() * 0.03 : 0,
    stall: chance.hit(1 / 2) ? chance.next() * 0.05 : 0,
  }
  const troubled = 20 + chance.below(300)
  const share = (most: number) => (chance.hit(1 / 2) ? chance.next() * most : 0)
  return {
    seed,
    people: Array.from({ length: 1 + chance.below(3) }, () => randomScript(chance, processes === 1)),
    processes,
    disk,
    faults: (call, name) => (call > troubled ? { type: 'none' } : draw(chance, rates, name)),
    moods: {
      refuses: share(0.3),
      unheard: share(0.1),
      unreached: share(0.2),
      hopeless: share(0.02),
      missesAck: share(0.2),
      repeats: share(0.3),
      slow: chance.pick([0, 20, 500, 5_000]),
    },
    moodsUntil: troubled,
    latency: chance.pick([0, 2, 20, 200]),
    downtime: chance.pick([1_000, 10_000, 15 * MINUTE]),
    again: true,
  }
}

function randomScript(chance: Chance, grave: boolean): Script {
  return Array.from({ length: 1 + chance.below(7) }, (): Line => ({
    content: grave && chance.hit(1 / 8) ? chance.pick(GRAVE) : chance.pick(ORDINARY),
    when: chance.hit(1 / 2) ? 'together' : 'answered',
    ...(chance.hit(1 / 20) ? { heldFor: chance.below(20 * MINUTE) } : {}),
    ...(chance.hit(1 / 8) ? { again: [chance.below(30 * MINUTE)] } : {}),
  }))
}

function draw(
  chance: Chance,
  rates: { readonly crash: number; readonly reject: number; readonly stall: number },
  name: string,
): Fault {
  const landed = chance.hit(1 / 2)
  if (chance.hit(rates.crash)) return { type: landed ? 'crash-landed' : 'crash' }
  const outside = name === 'deliver' || name === 'acknowledge' || name === 'mark read'
  if (!outside && chance.hit(rates.reject)) return { type: landed ? 'reject-landed' : 'reject' }
  if (chance.hit(rates.stall)) return { type: 'stall', milliseconds: chance.below(LONGEST_STALL) }
  return { type: 'none' }
}
