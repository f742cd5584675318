import { EventEmitter } from 'node:events'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDoor } from './door.mjs'
import { openPlatform } from './platform.mjs'
import { createProgram } from './program.mjs'

/** Where databases of a run are; not the system's temporary folder: that is often in memory, and then a disk is never waited for. */
const DATA = fileURLToPath(new URL('../../data/', import.meta.url))
const meta = {
  secret: 'app-secret-of-the-chaos',
  verifyToken: 'verify-token-of-the-chaos',
  token: 'token-of-the-chaos',
  number: '200000000000001',
}
/** Tried again within two seconds, so that a message is never too late for its answer; never given up within a run. */
const backOff = attempt => (attempt < 1_000 ? Math.min(100 * 2 ** attempt, 1_500) : null)
const LOOK_EVERY_MS = 50
/** A start that takes longer has failed. */
const START_WITHIN_MS = 60_000

/** The process with a store of its own, and the platform and its residents around it. */
export async function openHouse(name, { dist, chance }) {
  await mkdir(DATA, { recursive: true })
  const folder = await mkdtemp(join(DATA, `${name}-`))
  const { createEmulator } = await import(new URL('bot/emulator/emulator.js', dist).href)
  const port = await freePort()
  const events = new EventEmitter().setMaxListeners(0)
  const platform = await openPlatform({ createEmulator, settings: meta, events, chance, backOff })
  const program = createProgram({
    script: fileURLToPath(new URL('bot/main.js', dist)),
    envFor: async life => ({ ...environment(port, folder), WHATSAPP_HOST: await platform.hostFor(life) }),
  })
  await program.start()
  const door = await openDoor({ port, program, events, chance })
  platform.emulator.callAt(door.url)
  const until = performance.now() + START_WITHIN_MS
  while (!(await platform.emulator.handshake())) {
    if (performance.now() > until)
      throw new Error(`No answer at the webhook: is dist/ built? It said: ${program.said()}`)
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
  }
  let people = 0
  return {
    program,
    platform,
    door,
    events,
    folder,
    file: join(folder, 'voordeur.db'),
    /** Somebody who never wrote: known by her number, by her business-scoped id, or by both. */
    newPerson() {
      people += 1
      const digits = String(people).padStart(8, '0')
      const phone = people % 3 === 0 ? {} : { phone: `316${digits}` }
      const bsuid = people % 3 === 1 ? {} : { bsuid: `NL.6${digits}` }
      return platform.emulator.person({ name: `Resident ${people}`, ...phone, ...bsuid })
    },
    async close() {
      await program.stop()
      door.close()
      await platform.close()
    },
  }
}

/** Settings of this shell must not reach the process, but for the store. */
function environment(port, folder) {
  const uri = process.env['MONGODB_URI']
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    ...(uri ? { MONGODB_URI: uri } : {}),
    // The same in each life, another in each house: two that share a MongoDB then know nothing of each other's residents
    VOORDEUR_SECRET: basename(folder).padEnd(32, '-'),
    PORT: String(port),
    VOORDEUR_DATA: folder,
    VOORDEUR_PUBLIC_URL: 'https://voordeur.example',
    WHATSAPP_TOKEN: meta.token,
    WHATSAPP_NUMBER: meta.number,
    WHATSAPP_APP_SECRET: meta.secret,
    WHATSAPP_VERIFY_TOKEN: meta.verifyToken,
    WHATSAPP_PER_SECOND: '1000',
    LOG_LEVEL: 'error',
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
