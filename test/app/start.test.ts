import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { readConfig, settingNames } from '../../bot/config.js'
import { unsafeToStart } from '../../bot/unsafe-to-start.js'
import { AppError } from '../../services/app-error.js'
import { openDatabase } from '../../services/storage/embedded/database.js'
import { contentOf, MONDAY_MORNING } from './test-app.js'
import { newFolder, startApp, type RunningApp, type Settings } from './running-app.js'

const SECRET = 'x'.repeat(32)
const production: Settings = { VOORDEUR_MODE: 'production', VOORDEUR_SECRET: SECRET }

const folders: string[] = []
const running: RunningApp[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map(app => app.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const folder = () => {
  const made = newFolder()
  folders.push(made)
  return made
}

/** Why it did not start: the code and the sentence. */
async function refusal(settings: Settings, into = folder(), now = MONDAY_MORNING): Promise<AppError> {
  const outcome = await startApp(settings, into, now).then(
    app => app,
    (error: unknown) => error,
  )
  if (outcome instanceof AppError) return outcome
  if (outcome instanceof Error) throw outcome
  throw new Error('It started')
}

describe('a setting that is wrong names itself', () => {
  test.each([
    ['no secret in production', { VOORDEUR_MODE: 'production' }, 'VOORDEUR_SECRET'],
    ['a short secret', { VOORDEUR_SECRET: 'short' }, 'VOORDEUR_SECRET'],
    ['a short secret of before', { VOORDEUR_SECRET_PREVIOUS: 'short' }, 'VOORDEUR_SECRET_PREVIOUS'],
    ['a proxy that is no address', { VOORDEUR_TRUSTED_PROXIES: 'loopback 999.1.1.1' }, 'VOORDEUR_TRUSTED_PROXIES'],
    ['MongoDB without a secret', { MONGODB_URI: 'mongodb://127.0.0.1/' }, 'VOORDEUR_SECRET'],
    ['half of WhatsApp', { WHATSAPP_TOKEN: 'a-token-alone' }, 'WHATSAPP_NUMBER'],
    ['a MongoDB that is no address', { MONGODB_URI: 'localhost' }, 'MONGODB_URI'],
    ['an unknown setting', { VOORDEUR_FRAMES: 'x' }, 'VOORDEUR_FRAMES'],
    ['a setting in the wrong case', { VOORDEUR_mode: 'demo' }, 'VOORDEUR_mode'],
    ['a port that is a word', { PORT: 'http' }, 'PORT'],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['an unknown mode', { VOORDEUR_MODE: 'test' }, 'VOORDEUR_MODE'],
    ['a pack outside its folder', { VOORDEUR_PACK: '../../etc' }, 'VOORDEUR_PACK'],
    [
      'a frame that would loosen the policy',
      { VOORDEUR_FRAME_ANCESTORS: "https://a.nl; script-src 'unsafe-inline'" },
      'VOORDEUR_FRAME_ANCESTORS',
    ],
    ['an exit that is a script', { VOORDEUR_EXIT_URL: 'javascript:alert(1)' }, 'VOORDEUR_EXIT_URL'],
    ['an address that is none', { VOORDEUR_PUBLIC_URL: 'voordeur' }, 'VOORDEUR_PUBLIC_URL'],
    ['a flag that is neither true nor false', { VOORDEUR_ALLOW_EXAMPLES: 'yes' }, 'VOORDEUR_ALLOW_EXAMPLES'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('%s', (_name, given: Settings, names) => {
    const read = () => readConfig(given)
    expect(read).toThrow(AppError)
    expect(read).toThrow(new RegExp(`Setting ${names} is not right: .{8,}See \\.env\\.example`))
  })

  test('no message repeats a secret', () => {
    expect(() => readConfig({ VOORDEUR_SECRET: 'hunter2' })).toThrow(/^(?!.*hunter2)/)
  })

  test('.env.example names all settings and no other', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n')
    const named = lines.filter(line => /^[A-Z]/.test(line)).map(line => line.slice(0, line.indexOf('=')))
    expect(named.toSorted()).toEqual(settingNames.toSorted())
  })

  test('.env.example as it stands is a demonstration that starts', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n')
    const given = lines.flatMap(line => {
      const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name, value] as const]
    })
    expect(readConfig(Object.fromEntries(given))).toEqual(readConfig({}))
  })
})

describe('it does not start when that is unsafe', () => {
  test('production with example places', async () => {
    const { code, message } = await refusal(production)
    expect([code, message]).toEqual([
      'unsafe-to-start',
      expect.stringMatching(/"amsterdam-example" holds example places/),
    ])
  })

  test('production with numbers that nobody called', async () => {
    const { code, message } = await refusal({ ...production, VOORDEUR_ALLOW_EXAMPLES: 'true' })
    expect([code, message]).toEqual([
      'unsafe-to-start',
      expect.stringMatching(/Never verified: .*Veilig Thuis.*numbers\.json/),
    ])
  })

  test('production with everything in order may start', () => {
    const content = contentOf()
    const verified = {
      ...content,
      safetyNumbers: content.safetyNumbers.map(number => ({ ...number, verifiedOn: '2026-11-20' })),
    }
    const config = readConfig({ ...production, VOORDEUR_ALLOW_EXAMPLES: 'true' })
    expect(unsafeToStart(config, verified, MONDAY_MORNING)).toBeNull()
  })

  test.each([
    ['of 1970', 0],
    ['of before this version', Date.UTC(2026, 0, 1)],
  ])('a clock %s', async (_name, now) => {
    const { code, message } = await refusal({}, folder(), now)
    expect([code, message]).toEqual(['unsafe-to-start', expect.stringMatching(/clock/)])
  })

  test('a pack that is not there', async () => {
    const { code, message } = await refusal({ VOORDEUR_PACK: 'atlantis' })
    expect([code, message]).toEqual(['content-invalid', expect.stringMatching(/atlantis/)])
  })

  test('a port in use', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = String(typeof address === 'object' && address ? address.port : 0)
    const into = folder()
    const { code, message } = await refusal({ PORT: port }, into)
    expect([code, message]).toEqual(['port-in-use', expect.stringContaining(port)])
    await new Promise(resolve => other.close(resolve))
    // The half start was undone: the same folder and port serve the next one
    running.push(await startApp({ PORT: port }, into))
  })

  test('a damaged database', async () => {
    const into = folder()
    writeFileSync(join(into, 'voordeur.db'), 'a letter and not a database '.repeat(300))
    const { code, message } = await refusal({}, into)
    expect([code, message]).toEqual(['store-unusable', expect.stringMatching(/damaged.*voordeur\.db/)])
  })

  test('a database that another process holds', async () => {
    const into = folder()
    const other = openDatabase(join(into, 'voordeur.db'))
    other.exec('begin exclusive')
    const { code, message } = await refusal({}, into)
    other.exec('rollback')
    other.close()
    expect([code, message]).toEqual(['store-unusable', expect.stringMatching(/in use by another process/)])
  })

  test('a database of a newer version', async () => {
    const into = folder()
    const newer = openDatabase(join(into, 'voordeur.db'))
    newer.pragma('user_version = 999')
    newer.close()
    expect((await refusal({}, into)).message).toMatch(/newer version/)
  })

  test('a folder for data that is a file', async () => {
    const into = join(folder(), 'data')
    writeFileSync(into, '')
    const { code, message } = await refusal({}, into)
    expect([code, message]).toEqual(['store-unusable', expect.stringMatching(/VOORDEUR_DATA/)])
  })
})

describe('a demonstration', () => {
  test('starts with nothing set, and keeps its own secret for the next time', async () => {
    const into = folder()
    const first = await startApp({ VOORDEUR_SECRET: '' }, into)
    expect((await fetch(`${first.url}/`)).status).toBe(200)
    const second = await first.restart()
    running.push(second)
    expect((await fetch(`${second.url}/`)).status).toBe(200)
  })

  test('stops while people hold connections open, twice if asked', async () => {
    const app = await startApp({}, folder())
    await Promise.all(Array.from({ length: 5 }, () => fetch(`${app.url}/`)))
    await app.close()
    await app.close()
    await expect(fetch(`${app.url}/`)).rejects.toThrow()
  })

  test('goes on with a copy of the folder that was taken while it ran', async () => {
    const app = await startApp({}, folder())
    running.push(app)
    await fetch(`${app.url}/directline/v3/directline/conversations`, { method: 'POST' })
    const copy = folder()
    mkdirSync(copy, { recursive: true })
    cpSync(app.folder, copy, { recursive: true })
    running.push(await startApp({}, copy))
  })
})
