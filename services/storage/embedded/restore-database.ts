import { existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'libsql'
import { AppError } from '../../app-error.js'
import { EXPIRY_JOB } from '../../jobs/expiry-job.js'
import { copyDatabase, type CopiedTable } from './copy-database.js'
import { column, type EmbeddedDatabase } from './database.js'
import { keptTables } from './kept-tables.js'

export interface Restored {
  readonly copied: readonly CopiedTable[]
  /** `none` where there was nothing to replace; a `damaged` file is kept to the byte, whatever it holds. */
  readonly replaced: 'none' | 'kept' | 'damaged'
}

/** Milliseconds that a restore waits for whoever holds the file; a running process never lets go. */
const BUSY_MS = 1_000
/** The file, and what a process that was killed may have left beside it. */
const ENDS = ['', '-wal', '-shm', '-journal']

/**
 * Puts the backup in the place of the database file, and what was there at `kept`. What is of people is in neither, unless
 * `withPeople`. Throws an `AppError`, with everything as it was, when the backup is missing or damaged, when `kept` is there
 * already, or when a process works on the database. The next start erases what has expired since the backup.
 */
export function restoreDatabase(backup: string, file: string, kept: string, withPeople: boolean): Restored {
  const fresh = `${file}.restoring`
  for (const end of ENDS) rmSync(fresh + end, { force: true })
  const copied = copyDatabase(backup, fresh, withPeople)
  try {
    beginAnew(fresh)
    return { copied, replaced: replace(fresh, file, kept, withPeople) }
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

/** Nobody runs a job in a copy, and what expired while it lay there goes at the first start. */
function beginAnew(file: string): void {
  const database = new Database(file)
  database.exec('update job set leased_until = 0')
  database.prepare('update job set last_run = null where name = ?').run(EXPIRY_JOB)
  database.close()
}

function replace(fresh: string, file: string, kept: string, withPeople: boolean): Restored['replaced'] {
  if (existsSync(kept)) throw unusable(`There is a file ${kept} already; move it away`)
  if (!existsSync(file)) {
    renameSync(fresh, file)
    return 'none'
  }
  const database = new Database(file, { timeout: BUSY_MS })
  try {
    const whole = takeForOneself(database, file)
    if (whole && !withPeople) forgetPeople(database)
    if (whole) database.exec('begin immediate')
    for (const end of ENDS) if (existsSync(file + end)) renameSync(file + end, kept + end)
    renameSync(fresh, file)
    return whole ? 'kept' : 'damaged'
  } finally {
    if (database.inTransaction) database.exec('rollback')
    database.close()
  }
}

/**
 * Leaving the write-ahead log needs the file for oneself alone: it fails while any process has it open, also one that does
 * nothing. Afterwards everything is in the one file. False when the file is damaged, so that nobody can tell.
 */
function takeForOneself(database: EmbeddedDatabase, file: string): boolean {
  try {
    database.pragma('journal_mode = delete')
    return column(database.prepare('pragma quick_check(1)').all()[0], 'quick_check') === 'ok'
  } catch (cause) {
    const message = String(cause)
    if (/malformed|not a database|corrupt/i.test(message)) return false
    if (/locked|busy/i.test(message)) throw unusable('A process works on this database; stop Voordeur first', cause)
    throw unusable(`The file ${file} cannot be replaced (${message})`, cause)
  }
}

/** The file that is replaced may lie there for long, and nobody's job looks at it any more. */
function forgetPeople(database: EmbeddedDatabase): void {
  database.pragma('secure_delete = on')
  const there = database
    .prepare("select name from sqlite_master where type = 'table'")
    .all()
    .map(row => String(column(row, 'name')))
  database.transaction(() => {
    for (const table of there) if (keptTables[table] === 'people') database.exec(`delete from "${table}"`)
  })()
}

const unusable = (why: string, cause?: unknown): AppError =>
  new AppError('store-unusable', why, { ...(cause === undefined ? {} : { cause }), retryable: false })
