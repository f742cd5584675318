import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { makeBackup } from '../../bot/commands/make-backup.js'
import { putBack } from '../../bot/commands/put-back.js'
import { readConfig, type Config } from '../../bot/config.js'
import { column, openDatabase } from '../../services/storage/embedded/database.js'
import { keptTables } from '../../services/storage/embedded/kept-tables.js'
import { startApp, type RunningApp } from './running-app.js'
import { MONDAY_MORNING } from './test-app.js'

const root = mkdtempSync(join(tmpdir(), 'voordeur-backup-'))
let made = 0
const running: RunningApp[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map(app => app.close()))
})

const newPath = (name: string) => join(root, `${(made += 1)}-${name}`)
const configOf = (folder: string): Config =>
  readConfig({ VOORDEUR_DATA: folder, VOORDEUR_SECRET: 'a-secret-of-the-tests-and-of-nothing-else' })
const clock = () => MONDAY_MORNING
/** Long enough for what is gathered in memory (counts) to be on disk. */
const GATHERED = 6_000

async function appWithConversation(): Promise<RunningApp> {
  const app = await startApp({}, newPath('data'))
  const at = `${app.url}/directline/v3/directline/conversations`
  const started: unknown = await (await fetch(at, { method: 'POST' })).json()
  const field = (name: string) => String(typeof started === 'object' && started ? Reflect.get(started, name) : '')
  await fetch(`${at}/${field('conversationId')}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${field('token')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'me' }, text: 'Nederlands' }),
  })
  return app
}

/** All rows of a table, as text, read from a copy of the files: an open file is left alone. */
function rowsOf(file: string, table: string): readonly string[] {
  const copy = newPath('look.db')
  for (const end of ['', '-wal']) if (existsSync(file + end)) cpSync(file + end, copy + end)
  const database = openDatabase(copy)
  const rows = database.prepare(`select * from "${table}" order by 1, 2`).all()
  database.close()
  return rows.map(row => JSON.stringify(row, (name, value: unknown) => (name === '_metadata' ? undefined : value)))
}

const people = Object.keys(keptTables).filter(table => keptTables[table] === 'people')

describe('a rehearsal: backed up while it runs, put back elsewhere, started on it', () => {
  let app: RunningApp
  let file: string
  let told: readonly string[]
  beforeAll(async () => {
    app = await appWithConversation()
    await new Promise(resolve => setTimeout(resolve, GATHERED))
    file = newPath('backup')
    told = makeBackup([file], configOf(app.folder))
  }, 30_000)
  afterAll(() => app.close())

  test('the counts and the jobs are in it, and nothing of people', () => {
    const live = join(app.folder, 'voordeur.db')
    expect(rowsOf(live, 'conversation')).toHaveLength(1)
    expect(rowsOf(live, 'count').length).toBeGreaterThan(0)
    for (const table of ['count', 'job']) expect(rowsOf(file, table)).toEqual(rowsOf(live, table))
    for (const table of people) expect(rowsOf(file, table)).toEqual([])
  })

  test('no byte of a conversation was ever in the file', () => {
    const [row] = rowsOf(join(app.folder, 'voordeur.db'), 'conversation')
    const key = /"key":"([^"]+)"/.exec(row ?? '')?.[1] ?? ''
    expect(key.length).toBeGreaterThan(10)
    expect(readFileSync(file, 'latin1')).not.toContain(key)
  })

  test('only its owner can read it, and nothing lies beside it', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(root).filter(name => join(root, name).startsWith(`${file}-`))).toEqual([])
  })

  test('it says what it did, what was left out and what must be kept with it', () => {
    const text = told.join('\n')
    expect(text).toContain(file)
    expect(text).toMatch(/count +\d+ rows/)
    expect(text).toMatch(/conversation +left out/)
    expect(text).toMatch(/VOORDEUR_SECRET/)
  })

  test('put back into a new folder, Voordeur starts on it, with the same counts, and sweeps at once', async () => {
    const folder = newPath('restored')
    expect(putBack([file], configOf(folder), clock).join('\n')).toMatch(/There was no database before/)
    const before = rowsOf(join(folder, 'voordeur.db'), 'count')
    expect(before).toEqual(rowsOf(file, 'count'))
    const restored = await startApp({}, folder)
    running.push(restored)
    expect((await fetch(`${restored.url}/`)).status).toBe(200)
    await vouch(() => restored.logged.some(line => line.includes('"job":"expiry"') && line.includes('"done"')))
  })

  test('a job that ran just before the backup runs again at the start after it', async () => {
    const folder = newPath('restored')
    putBack([file], configOf(folder), clock)
    expect(rowsOf(file, 'job').join()).toMatch(/"name":"expiry".*"last_run":\d+/)
    expect(rowsOf(join(folder, 'voordeur.db'), 'job').join()).toMatch(/"name":"expiry".*"last_run":null/)
  })

  test('with conversations only where that is asked twice: at the backup and at the restore', () => {
    const full = newPath('full')
    expect(makeBackup([full, '--with-conversations'], configOf(app.folder)).join()).toMatch(/Delete it within 24 hours/)
    expect(rowsOf(full, 'conversation')).toHaveLength(1)
    const [without, withThem] = [newPath('without'), newPath('with')]
    putBack([full], configOf(without), clock)
    putBack([full, '--with-conversations'], configOf(withThem), clock)
    expect(rowsOf(join(without, 'voordeur.db'), 'conversation')).toEqual([])
    expect(rowsOf(join(withThem, 'voordeur.db'), 'conversation')).toEqual(rowsOf(full, 'conversation'))
  })
})

/** Waits until it holds; fails with the test's time-out. */
async function vouch(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 20))
}

/** A database as a process that was stopped leaves it. Made by another process: what this one opened, it may still hold. */
function stoppedDatabase(folder: string, seed: string): Config {
  const module = new URL('../../node_modules/libsql/index.js', import.meta.url).href
  const script = `import D from ${JSON.stringify(module)}; import { mkdirSync } from 'node:fs'; mkdirSync(process.argv[1])
    const d = new D(process.argv[1] + '/voordeur.db'); d.pragma('journal_mode = wal'); d.exec(process.argv[2]); process.exit(0)`
  spawnSync(process.execPath, ['--input-type=module', '-e', script, folder, seed])
  expect(existsSync(join(folder, 'voordeur.db'))).toBe(true)
  return configOf(folder)
}

/** The tables as this version makes them. */
function schemaSql(): string {
  const database = openDatabase(newPath('schema.db'))
  const rows = database
    .prepare("select sql from sqlite_master where sql is not null order by type = 'table' desc")
    .all()
  const format = column(database.prepare('pragma user_version').all()[0], 'user_version')
  database.close()
  return `${rows.map(row => String(column(row, 'sql'))).join(';')}; pragma user_version = ${Number(format)};`
}

describe('put back where something is', () => {
  const seeded = (day: string) =>
    `${schemaSql()} insert into count values ('${day}', 'a', '', 1); insert into preference values ('c:somebody', 'ti', 9)`

  test('what was there is kept beside it, without people, log and all', () => {
    const file = newPath('backup')
    makeBackup([file], stoppedDatabase(newPath('old'), seeded('2026-11-01')))
    const config = stoppedDatabase(newPath('now'), seeded('2026-11-02'))
    expect(putBack([file], config, clock).join('\n')).toMatch(/What was there is kept as/)
    const names = readdirSync(config.data).toSorted()
    expect(names).toEqual(['voordeur.db', 'voordeur.db.replaced-2026-11-23T09-00-00.000Z'])
    const [now, kept] = names.map(name => join(config.data, name))
    expect(rowsOf(now ?? '', 'count').join()).toContain('2026-11-01')
    expect(rowsOf(kept ?? '', 'count').join()).toContain('2026-11-02')
    expect(readFileSync(kept ?? '', 'latin1')).not.toContain('somebody')
  })

  test('a database that a newer version made is kept too: so one goes back a version', () => {
    const file = newPath('backup')
    makeBackup([file], stoppedDatabase(newPath('old'), seeded('2026-11-01')))
    const config = stoppedDatabase(newPath('now'), `${seeded('2026-11-02')}; pragma user_version = 999`)
    expect(putBack([file], config, clock).join('\n')).toMatch(/What was there is kept as/)
    expect(rowsOf(join(config.data, 'voordeur.db'), 'count').join()).toContain('2026-11-01')
  })

  test('a damaged database is kept to the byte, and the warning says what it may hold', () => {
    const file = newPath('backup')
    makeBackup([file], stoppedDatabase(newPath('old'), seeded('2026-11-01')))
    const config = configOf(newPath('now'))
    putBack([file], config, clock)
    const damaged = 'a letter and not a database '.repeat(300)
    writeFileSync(join(config.data, 'voordeur.db'), damaged)
    const text = putBack([file], config, clock).join('\n')
    expect(text).toMatch(/is damaged[^]*delete it within 24 hours[^]*stop it now/)
    const kept = readdirSync(config.data).find(name => name.includes('replaced')) ?? ''
    expect(readFileSync(join(config.data, kept), 'utf8')).toBe(damaged)
    expect(rowsOf(join(config.data, 'voordeur.db'), 'count').join()).toContain('2026-11-01')
  })

  test('a process that works on it, even one that does nothing now, stops the restore', async () => {
    const app = await appWithConversation()
    running.push(app)
    const file = newPath('backup')
    makeBackup([file], configOf(app.folder))
    const before = readdirSync(app.folder).toSorted()
    expect(() => putBack([file], configOf(app.folder), clock)).toThrow(/stop Voordeur first/)
    expect(readdirSync(app.folder).toSorted()).toEqual(before)
    expect((await fetch(`${app.url}/`)).status).toBe(200)
  })
})

describe('what cannot be done says why and changes nothing', () => {
  const good = () => stoppedDatabase(newPath('data'), schemaSql())
  const backupOf = (config: Config) => {
    const file = newPath('backup')
    makeBackup([file], config)
    return file
  }

  test.each<[string, readonly string[], RegExp]>([
    ['no file is said', [], /Say one file/],
    ['two files are said', ['a', 'b'], /Say one file/],
    ['a flag that is not known', ['a', '--all'], /Say one file/],
    ['a folder that is not there', [join(root, 'nowhere', 'a')], /folder must be there/],
  ])('backup: %s', (_name, given, why) => {
    expect(() => makeBackup(given, good())).toThrow(why)
  })

  test('backup: no database, and none is made', () => {
    const config = configOf(newPath('empty'))
    const file = newPath('backup')
    expect(() => makeBackup([file], config)).toThrow(/There is no file .*voordeur\.db/)
    expect([existsSync(file), existsSync(config.data)]).toEqual([false, false])
  })

  test('backup: a file that is there is not touched', () => {
    const file = newPath('mine')
    writeFileSync(file, 'my thesis')
    expect(() => makeBackup([file], good())).toThrow(/already; choose another name/)
    expect(readFileSync(file, 'utf8')).toBe('my thesis')
  })

  test('backup: a table of which nobody said whose it is', () => {
    const file = newPath('backup')
    const config = stoppedDatabase(newPath('data'), `${schemaSql()} create table secret (x)`)
    expect(() => makeBackup([file], config)).toThrow(/"secret"/)
    expect(existsSync(file)).toBe(false)
  })

  test('every table of this version has an owner', () => {
    const names = [...schemaSql().matchAll(/create table "?(\w+)/gi)].map(([, name]) => name)
    expect(names.toSorted()).toEqual(Object.keys(keptTables).toSorted())
  })

  test('restore: no file', () => {
    expect(() => putBack([join(root, 'nowhere')], good(), clock)).toThrow(/There is no file/)
  })

  test.each<[string, (file: string) => void, RegExp]>([
    ['a letter', file => writeFileSync(file, 'a letter and not a database '.repeat(300)), /damaged, or no database/],
    ['an empty file', file => truncateSync(file, 0), /no database of Voordeur/],
    ['half a file', file => truncateSync(file, 6_000), /damaged, or no database/],
    [
      'a middle that was overwritten',
      file => {
        const bytes = readFileSync(file)
        writeFileSync(file, bytes.fill('x', 4_096, bytes.length - 100))
      },
      /damaged, or no database|not whole/,
    ],
  ])('restore: %s', (_name, harm, why) => {
    const file = backupOf(good())
    harm(file)
    const config = good()
    const before = readFileSync(join(config.data, 'voordeur.db'))
    expect(() => putBack([file], config, clock)).toThrow(why)
    expect(readdirSync(config.data).filter(name => /restoring|replaced/.test(name))).toEqual([])
    expect(readFileSync(join(config.data, 'voordeur.db')).equals(before)).toBe(true)
  })

  test('restore: a backup of a newer version', () => {
    const config = stoppedDatabase(newPath('data'), `${schemaSql()} pragma user_version = 999`)
    expect(() => putBack([join(config.data, 'voordeur.db')], good(), clock)).toThrow(/newer version/)
  })

  test('with MongoDB both send you to its own tools', () => {
    const config = { ...good(), mongodbUri: 'mongodb://127.0.0.1:27017/' }
    expect(() => makeBackup(['a'], config)).toThrow(/mongodump/)
    expect(() => putBack(['a'], config, clock)).toThrow(/mongorestore/)
  })
})

process.once('exit', () => rmSync(root, { recursive: true, force: true }))
