import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { column, openDatabase } from '../../services/storage/embedded/database.js'
import { EmbeddedConversationStore } from '../../services/storage/embedded/embedded-conversation-store.js'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'voordeur-db-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the embedded database', () => {
  test('writes to disk before it answers, and overwrites what is erased', () => {
    const database = openDatabase(join(newFolder(), 'a.db'))
    expect(column(database.prepare('pragma journal_mode').get(), 'journal_mode')).toBe('wal')
    expect(column(database.prepare('pragma synchronous').get(), 'synchronous')).toBe(2)
    expect(column(database.prepare('pragma secure_delete').get(), 'secure_delete')).toBe(1)
    database.close()
  })

  test('opens again without losing anything', async () => {
    const file = join(newFolder(), 'a.db')
    const first = openDatabase(file)
    first.exec("insert into preference values ('c:a', 'ti', 9)")
    first.close()
    const second = openDatabase(file)
    expect(column(second.prepare('select language from preference').get(), 'language')).toBe('ti')
    second.close()
  })

  test('a file that is no database stops the start with the reason', () => {
    const file = join(newFolder(), 'a.db')
    writeFileSync(file, 'this is a letter and not a database, whatever its name says. '.repeat(200))
    expect(() => openDatabase(file)).toThrow(/damaged/)
  })

  test('a file that another process holds stops the start with the reason', () => {
    const file = join(newFolder(), 'a.db')
    const other = openDatabase(file)
    other.exec('begin exclusive')
    expect(() => openDatabase(file)).toThrow(/in use by another process/)
    other.exec('rollback')
    other.close()
  })

  const asRoot = process.getuid?.() === 0
  ;(asRoot ? test.skip : test)('a folder that cannot be written stops the start with the reason (not as root)', () => {
    const folder = newFolder()
    chmodSync(folder, 0o500)
    expect(() => openDatabase(join(folder, 'a.db'))).toThrow(/cannot be written/)
    chmodSync(folder, 0o700)
  })

  test('a folder that is not there stops the start with the reason', () => {
    expect(() => openDatabase('/nowhere/at/all/a.db')).toThrow(/cannot be written/)
  })

  test('a database of a newer version stops the start', () => {
    const file = join(newFolder(), 'a.db')
    const database = openDatabase(file)
    database.pragma('user_version = 999')
    database.close()
    expect(() => openDatabase(file)).toThrow(/newer version/)
  })

  test('a stored conversation of an unknown format begins again but can be replaced', async () => {
    const database = openDatabase(join(newFolder(), 'a.db'))
    database
      .prepare('insert into conversation (key, version, expires_at, body) values (?, ?, ?, ?)')
      .run('c:a', 7, 1_000, JSON.stringify({ key: 'c:a', version: 7, channel: 'web', format: 99, session: 'strange' }))
    const store = new EmbeddedConversationStore(database)
    const found = await store.find('c:a', 0)
    expect(found).toMatchObject({ key: 'c:a', version: 7, session: null, opened: false })
    expect(found && (await store.commit({ ...found, version: 8, expiresAt: 2_000 }))).toEqual({ type: 'committed' })
    database.close()
  })
})
