import { once } from 'node:events'
import { between, oneOf } from './chance.mjs'

/** What may go wrong with a message that is sent; codes after which Meta is to be asked again soon (requirement N4). */
const FAULTS = [
  { type: 'error', code: 130_429 },
  { type: 'error', code: 131_056 },
  { type: 'error', code: 80_007 },
  { type: 'error', code: 4 },
  { type: 'error', code: 131_000 },
  { type: 'http', status: 500 },
  { type: 'http', status: 502, body: '<html>Bad gateway</html>' },
  { type: 'http', status: 503, retryAfter: 1 },
  { type: 'http', status: 429, retryAfter: 2 },
  { type: 'late', ms: 300 },
  { type: 'late', ms: 2_000 },
  { type: 'close', accepted: true },
  { type: 'close', accepted: false },
  { type: 'garbled', body: '<html>' },
]
/** Never answered: each costs the sender its whole time-out of 10 s, so they are rarer. */
const STALLS = [
  { type: 'stall', accepted: true },
  { type: 'stall', accepted: false },
]
/** Below the 2 s that a write waits for another process. */
const LONGEST_LOCK_MS = 1_500
const LONGEST_HOLD_MS = 2_000
/** Moments at which a kill is aimed, half of the time: a call came, it was answered, a message is being sent, or was accepted. */
const MOMENTS = ['call', 'called', 'send', 'accepted']

/** Kills between two words of how far it is. */
const TOLD_EVERY = 20

/** Kills the program so many times, at once started again, or as often as fits `within` milliseconds; answers how many met which phase. */
export async function killOften({ kills, within, told }, { program, platform, door, events, chance }) {
  const phases = new Map()
  const until = performance.now() + within
  for (let killed = 0; killed < kills && performance.now() < until; killed++) {
    if (killed > 0 && killed % TOLD_EVERY === 0) told(killed)
    if (chance() < 0.1) await pause(between(chance, 0, 1_500))
    else {
      await taken(door)
      await pause(between(chance, 0, 2_000))
      if (chance() < 0.6) await aimed(oneOf(chance, MOMENTS), events, chance)
    }
    const phase = phaseOf({ program, platform, door })
    phases.set(phase, (phases.get(phase) ?? 0) + 1)
    await program.killAndStart()
  }
  return phases
}

/** It listens again, as far as the platform can tell. */
async function taken(door) {
  const before = door.taken
  while (door.taken === before) await pause(10)
}

async function aimed(moment, events, chance) {
  const tired = AbortSignal.timeout(3_000)
  await once(events, moment, { signal: tired }).catch(() => undefined)
  if (chance() < 0.7) await pause(between(chance, 0, 15))
}

/** As far as it can be seen from outside. */
function phaseOf({ program: { life }, platform, door }) {
  const calls = door.underWay > 0
  if (!door.wasTakenBy(life.number)) return 'starting'
  if (calls && platform.underWay > 0) return 'answering and sending'
  if (calls) return 'answering (accept, turn, commit)'
  if (platform.underWay > 0) return 'sending'
  return performance.now() - platform.lastAcceptedAt < 50 ? 'writing down what was sent' : 'at rest'
}

/** Now and then the machine or the disk holds it up. `lock` is null where the store has no file. */
export async function stallOften({ program, chance, isOver, lock }) {
  const held = { stops: 0, locks: 0 }
  while (!isOver()) {
    await pause(between(chance, 1_500, 6_000))
    if (isOver()) return held
    if (lock && chance() < 0.6) {
      held.locks += 1
      await lock(between(chance, 100, LONGEST_LOCK_MS))
    } else {
      held.stops += 1
      await program.hold(between(chance, 100, LONGEST_HOLD_MS))
    }
  }
  return held
}

/** Changes every few seconds how the platform behaves, and makes it good again at the end. */
export async function changeWeather({ platform: { emulator }, door, chance, isOver }) {
  while (!isOver()) {
    emulator.often(between(chance, 0, 0.3), chance() < 0.2 ? [...FAULTS, ...STALLS] : FAULTS)
    const batched = chance() < 0.4
    emulator.disturb({
      twice: between(chance, 0, 0.4),
      byMs: 400,
      ...(batched ? { batch: 20, batchMs: 30 } : { shuffled: between(chance, 0, 0.6) }),
    })
    door.hideShare = chance() < 0.5 ? 0.1 : 0
    await pause(between(chance, 1_000, 4_000))
  }
  emulator.often(0, [])
  emulator.disturb({})
  door.hideShare = 0
}

const pause = ms => new Promise(resolve => setTimeout(resolve, ms))
