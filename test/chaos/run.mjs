/**
 * Chaos: the real process under load against the emulator of Meta's side, killed with SIGKILL at random moments and started
 * again at once, while messages come twice, shuffled and in batches, sending fails in every way, and the store stalls. At
 * the end what every resident saw is compared with what the same build answers without trouble.
 *
 * `node test/chaos/run.mjs [--short] [--kills N] [--seconds N] [--seed N] [--residents N]`; MONGODB_URI is handed to the process.
 * CHAOS_DIST points to another build than `dist/`. Leaves with 1 on any breach. The seed draws what happens; the machine's
 * own pace decides when, so the same seed gives a like run, not the same one.
 */
import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createChance, oneOf } from './chance.mjs'
import { checkResident } from './check.mjs'
import { openHouse } from './house.mjs'
import { rehearse } from './rehearsal.mjs'
import { report } from './report.mjs'
import { play } from './resident.mjs'
import { languages, scripts } from './scripts.mjs'
import { lockFile, lookInto, watchWaiting } from './store.mjs'
import { changeWeather, killOften, stallOften } from './trouble.mjs'

const { values: given } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    kills: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string' },
    residents: { type: 'string', default: '8' },
  },
})
const kills = Number(given.kills ?? (given.short ? 8 : 200))
/** So that the short form stays short on a slow machine, in milliseconds: there are then fewer kills. */
const killsWithin = Number(given.seconds ?? (given.short ? 25 : Infinity)) * 1_000
const seed = Number(given.seed ?? Date.now() % 1_000_000)
/** After the last one said something, in milliseconds: whatever should not come has then come. */
const QUIET_MS = 2_000
/** People who tell their last message once more when all is over. */
const REPEATERS = 20

/** Where the store cannot be looked into, an answer is whole when nothing more came for so long. */
const quietStore = { nothingWaits: lastAt => performance.now() - lastAt > QUIET_MS, close: () => undefined }

const dist = new URL(`${process.env['CHAOS_DIST'] ?? '../../dist'}/`, import.meta.url)
const databaseModule = new URL('services/storage/embedded/database.js', dist).href
const database = await import(databaseModule)
const embedded = !process.env['MONGODB_URI']
const chance = createChance(seed)
const began = performance.now()
const folders = []
const say = text => console.log(`chaos: ${text} (${seconds()} s)`)
const holds = await main()
for (const folder of folders) await rm(folder, { recursive: true, force: true })
process.exit(holds ? 0 : 1)

async function main() {
  say(`seed ${seed}, ${kills} kills, ${embedded ? 'embedded store' : 'MongoDB'}`)
  const first = await rehearsal('calm')
  say(`${first.expected.size} talks without trouble show what must be answered`)
  const { house, talks, phases, stalls } = await chaos(first)
  const verdictsBy = reference => talks.map(talk => checkResident(talk, reference, house))
  let verdicts = verdictsBy(first)
  if (verdicts.some(isBroken)) {
    // An hour that passed may change the words of a place that is open now; nothing else may
    const later = verdictsBy(await rehearsal('calm-again'))
    verdicts = verdicts.map((verdict, index) => (isBroken(verdict) && !isBroken(later[index]) ? later[index] : verdict))
  }
  const store = embedded ? lookInto({ ...database, file: house.file }) : null
  return report({ seed, verdicts, talks, house, phases, stalls, store, seconds: seconds() })
}

async function rehearsal(name) {
  const calm = await openHouse(name, { dist, chance })
  folders.push(calm.folder)
  const watch = embedded ? watchWaiting({ ...database, file: calm.file }) : quietStore
  const found = await rehearse({ ...calm, nothingWaits: watch.nothingWaits })
  watch.close()
  await calm.close()
  return found
}

async function chaos(reference) {
  const house = await openHouse('chaos', { dist, chance })
  folders.push(house.folder)
  const talks = []
  let over = false
  const parts = { ...house, chance, isOver: () => over }
  const living = Array.from({ length: Number(given.residents) }, () => live(parts, reference, talks))
  const lock = embedded ? ms => lockFile({ module: databaseModule, file: house.file }, ms) : null
  const stalling = stallOften({ ...parts, lock })
  const weather = changeWeather(parts)
  const phases = await killOften({ kills, within: killsWithin, told: killed => say(`${killed} kills`) }, parts)
  over = true
  const stalls = await stalling
  await weather
  say('the kills are over, waiting for the last answers')
  await Promise.all(living)
  for (const { person } of talks.slice(-REPEATERS)) person.repeat()
  await house.platform.emulator.settled()
  await new Promise(resolve => setTimeout(resolve, QUIET_MS))
  await house.close()
  return { house, talks, phases, stalls }
}

/** One resident after another, each with a phone of her own, until it is over. */
async function live(parts, { expected }, talks) {
  while (!parts.isOver()) {
    const script = oneOf(chance, Object.keys(scripts))
    const language = Math.floor(chance() * languages.length)
    const person = parts.newPerson()
    const name = `${script} ${language}`
    const steps = scripts[script](languages[language])
    talks.push({ ...(await play(person, name, { ...parts, steps, expected: expected.get(name) })), person })
  }
}

function isBroken({ breaches }) {
  return breaches.length > 0
}

function seconds() {
  return ((performance.now() - began) / 1_000).toFixed(1)
}
