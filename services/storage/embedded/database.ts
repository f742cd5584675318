import Database from 'libsql'
import { AppError } from '../../app-error.js'

export type EmbeddedDatabase = Database.Database

/** Its name in the folder of the data. */
export const DATABASE_FILE = 'voordeur.db'

/** Milliseconds that a write waits for another process before it gives up. */
const BUSY_MS = 2_000
/** Pages of 4 kB in the log before it is written into the file: who talks rewrites one page many times, and it is copied once. */
const PAGES_A_CHECKPOINT = 4_000

/**
 * Opens (or makes) the embedded database. Every commit is on disk before it is reported (WAL, full sync) and erased rows
 * are overwritten (secure_delete). Throws an `AppError` that says what to do when the file is locked, broken or read-only.
 */
export function openDatabase(file: string): EmbeddedDatabase {
  try {
    const database = new Database(file, { timeout: BUSY_MS })
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('secure_delete = ON')
    database.pragma(`wal_autocheckpoint = ${PAGES_A_CHECKPOINT}`)
    checkWhole(database)
    migrate(database)
    return database
  } catch (cause) {
    throw new AppError('store-unusable', `${storeTrouble(cause)}: ${file}`, { cause, retryable: false })
  }
}

function checkWhole(database: EmbeddedDatabase): void {
  if (column(database.prepare('PRAGMA quick_check(1)').get(), 'quick_check') !== 'ok') throw new Error('malformed')
}

/** Steps in order; each runs once. A step is never changed after it was released: a change is a new step. */
const migrations: readonly string[] = [
  `create table conversation (
     key text primary key, version integer not null, expires_at integer not null, body text not null
   ) strict;
   create index conversation_expiry on conversation (expires_at);
   create table preference (
     key text primary key, language text not null, expires_at integer not null
   ) strict, without rowid;
   create table count (
     day text not null, event text not null, dimension text not null, total integer not null,
     primary key (day, event, dimension)
   ) strict, without rowid;
   create table job (
     name text primary key, leased_until integer not null, lease text not null,
     last_run integer, last_outcome text, last_detail text, last_milliseconds integer
   ) strict, without rowid;`,
  `alter table conversation add column due_at integer;
   create index conversation_due on conversation (due_at) where due_at is not null;
   create table handled (id text primary key, expires_at integer not null) strict, without rowid;
   create index handled_expiry on handled (expires_at);
   create table dead_letter (
     id text primary key, step text not null, error text not null, at integer not null, times integer not null
   ) strict, without rowid;`,
  `create table transfer (code text primary key, sealed text not null, expires_at integer not null) strict, without rowid;
   create index transfer_expiry on transfer (expires_at);`,
]

/** The format that this version writes; it rises with every step. */
export const DATABASE_FORMAT = migrations.length

function migrate(database: EmbeddedDatabase): void {
  const done = Number(column(database.prepare('PRAGMA user_version').get(), 'user_version'))
  if (done > migrations.length) throw new Error(`made by a newer version of Voordeur (format ${done})`)
  for (const [index, step] of migrations.entries()) {
    if (index < done) continue
    database.transaction(() => {
      database.exec(step)
      database.pragma(`user_version = ${index + 1}`)
    })()
  }
  // A write proves that the file can be written: a read-only disk must stop the start, not the first resident.
  database.exec(
    `begin immediate; update job set lease = lease where 0; create table probe (x); drop table probe; commit`,
  )
}

/** One column of a row; undefined where there is no row. The driver adds a field of its own to rows, so none is used whole. */
export function column(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
}

function storeTrouble(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (/locked|busy/i.test(message)) return 'The database file is in use by another process; stop that one first'
  if (/readonly|read-only|unable to open|permission/i.test(message)) {
    return 'The database file or its folder cannot be written; check VOORDEUR_DATA and its rights'
  }
  if (/malformed|not a database|corrupt/i.test(message)) {
    return 'The database file is damaged; restore a backup, or move the file away to begin anew'
  }
  return `The database cannot be opened (${message})`
}
