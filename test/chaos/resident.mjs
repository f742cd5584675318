import { between } from './chance.mjs'
import { kindOf } from './platform.mjs'

/** Longest wait for an answer while things go wrong, in milliseconds: several back-offs of the sender. */
const PATIENCE_MS = 120_000
/** When the hour has changed the words, an answer is over when nothing came for so long, in milliseconds. */
const QUIET_MS = 10_000
const LOOK_EVERY_MS = 20

/**
 * Walks through a script: says a step, waits for its answer as `expected`, goes on. Answers what she said, with ids and
 * times, for the check.
 */
export async function play(person, script, { steps, expected, platform, door, chance, isOver }) {
  const key = person.identity.bsuid ?? person.identity.phone
  const said = []
  for (const [index, step] of steps.entries()) {
    if (!isOver()) await pause(between(chance, 0, 400))
    const before = platform.arrivedFor(key).length
    const mine = { step, index, at: Date.now(), before, messages: [] }
    said.push(mine)
    if (step.together) platform.emulator.disturb({ batch: 50, batchMs: 15 })
    for (const one of step.say) {
      mine.messages.push({ id: speak(person, one), at: Date.now() })
      if (step.burst) await pause(between(chance, 0, 60))
    }
    const came = await answered(key, before, expected[index], mine, { platform, door })
    mine.after = platform.arrivedFor(key).length
    if (!came) break
    if (chance() < 0.15) person.repeat()
  }
  return { key, script, said }
}

export function speak(person, { write, tap, voice, place }) {
  if (write !== undefined) return person.write(write)
  if (voice) return person.sendVoice()
  if (place) return person.sendLocation(...place)
  return person.tap(tap)
}

/** Whether the whole answer came. */
async function answered(key, before, { prints, kinds }, { step, messages }, { platform, door }) {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    await pause(LOOK_EVERY_MS)
    const known = new Set(
      platform
        .arrivedFor(key)
        .slice(0, before)
        .map(({ print }) => print),
    )
    const since = platform.arrivedFor(key).slice(before)
    const seen = new Set(since.map(({ print }) => print))
    if (prints.every(print => seen.has(print))) return true
    const still = since.length > 0 && performance.now() - since.at(-1).at > QUIET_MS
    if (!still) continue
    const fresh = new Set([...seen].filter(print => !known.has(print)))
    if (step.wipe || (fresh.size >= prints.length && kindOf(since.at(-1).content) === kinds.at(-1))) return true
    if (step.together && !cameTogether(messages, door)) return true
  }
  return false
}

/** Whether several messages always travelled in one call. */
export const cameTogether = (messages, { calls }) =>
  messages.every(({ id }) => calls.get(id)?.every(({ ids }) => messages.every(other => ids.includes(other.id))))

const pause = ms => new Promise(resolve => setTimeout(resolve, ms))
