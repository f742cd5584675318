import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import Database from 'libsql'
import { AppError } from '../../app-error.js'
import { column, DATABASE_FORMAT, type EmbeddedDatabase } from './database.js'
import { keptTables } from './kept-tables.js'

/** A table of a copy; `rows` is null where its rows were left out. */
export interface CopiedTable {
  readonly table: string
  readonly rows: number | null
}

/** Milliseconds that a copy waits for a writer. */
const BUSY_MS = 5_000
/** What is in a copy is of nobody else on the machine. */
const OWNER_ONLY = 0o600

/**
 * Writes a new database file with what `from` holds at this moment, also while a process works on it; `from` is only read.
 * Tables of people come along empty unless `withPeople`. They are left out while copying, so that they are never on the
 * disk of the copy: the reason why this is no `VACUUM INTO` with an erasing afterwards.
 *
 * The copy is looked through before this returns. Never overwrites: throws an `AppError` when `to` is there, when `from` is
 * not, or when it is no database of Voordeur; then there is no file at `to` that was not there before.
 */
export function copyDatabase(from: string, to: string, withPeople: boolean): readonly CopiedTable[] {
  if (!existsSync(from)) throw unusable(`There is no file ${from}`)
  makeEmpty(to)
  const copy = new Database(to, { timeout: BUSY_MS })
  try {
    copy.prepare('attach ? as source').run(from)
    // One transaction: one moment of the source, and a copy that is whole or empty
    const copied = copy.transaction(() => copyAll(copy, withPeople))()
    copy.exec('detach source')
    checkCopy(copy, copied)
    return copied
  } catch (cause) {
    rmSync(to, { force: true })
    rmSync(`${to}-journal`, { force: true })
    throw cause instanceof AppError ? cause : unusable(copyTrouble(cause, from), cause)
  } finally {
    copy.close()
  }
}

function makeEmpty(to: string): void {
  try {
    closeSync(openSync(to, 'wx', OWNER_ONLY))
  } catch (cause) {
    if (existsSync(to)) throw unusable(`There is a file ${to} already; choose another name`, cause)
    throw unusable(`The file ${to} cannot be made; its folder must be there, and writable`, cause)
  }
}

function copyAll(copy: EmbeddedDatabase, withPeople: boolean): readonly CopiedTable[] {
  const format = Number(column(copy.prepare('pragma source.user_version').all()[0], 'user_version'))
  if (format === 0) throw unusable('This is no database of Voordeur')
  if (format > DATABASE_FORMAT) throw unusable(`This was made by a newer version of Voordeur (format ${format})`)
  const parts = copy
    .prepare("select name, type, sql from source.sqlite_master where sql is not null order by type = 'table' desc")
    .all()
    .map(row => ({ name: String(column(row, 'name')), type: column(row, 'type'), sql: String(column(row, 'sql')) }))
  for (const { sql } of parts) copy.exec(sql)
  const copied = parts.filter(({ type }) => type === 'table').map(({ name }) => copyTable(copy, name, withPeople))
  copy.pragma(`main.user_version = ${format}`)
  return copied
}

function copyTable(copy: EmbeddedDatabase, table: string, withPeople: boolean): CopiedTable {
  const holds = keptTables[table]
  if (holds === undefined) throw unusable(`Nobody said yet whether the table "${table}" may be in a backup`)
  if (holds === 'people' && !withPeople) return { table, rows: null }
  copy.exec(`insert into main."${table}" select * from source."${table}"`)
  return { table, rows: countRows(copy, 'source', table) }
}

function checkCopy(copy: EmbeddedDatabase, copied: readonly CopiedTable[]): void {
  const found = copy.prepare('pragma main.quick_check(1)').all()
  const differs = copied.find(({ table, rows }) => countRows(copy, 'main', table) !== (rows ?? 0))
  if (column(found[0], 'quick_check') !== 'ok' || differs) throw unusable('The copy is not whole; the disk may be bad')
}

const countRows = (database: EmbeddedDatabase, schema: 'main' | 'source', table: string): number =>
  Number(column(database.prepare(`select count(*) as total from ${schema}."${table}"`).all()[0], 'total'))

function copyTrouble(cause: unknown, from: string): string {
  const message = String(cause)
  if (/malformed|not a database|corrupt/i.test(message)) return `The file ${from} is damaged, or no database`
  if (/locked|busy/i.test(message)) return `The file ${from} is in use by another process that does not let go of it`
  return `The file ${from} cannot be copied (${message})`
}

const unusable = (why: string, cause?: unknown): AppError =>
  new AppError('store-unusable', why, { ...(cause === undefined ? {} : { cause }), retryable: false })
