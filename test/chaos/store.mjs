import { Worker } from 'node:worker_threads'

/** Holds the database's write lock for some milliseconds, as a backup or another process does; in a thread of its own, since waiting for the lock blocks. */
export function lockFile({ file, module }, ms) {
  return new Promise((resolve, reject) => {
    const holder = new Worker(new URL('lock-holder.mjs', import.meta.url), { workerData: { file, module, ms } })
    holder.once('error', reject)
    holder.once('exit', resolve)
  })
}

/** What the file holds when all is over: it must be whole, nothing may wait to be sent, and its writes go through to the disk. */
export function lookInto({ openDatabase, column, file }) {
  const database = openDatabase(file)
  const one = (query, name) => Number(column(database.prepare(query).get(), name))
  const found = {
    synchronous: one('pragma synchronous', 'synchronous'),
    waiting: one('select count(*) as n from conversation where due_at is not null', 'n'),
    conversations: one('select count(*) as n from conversation', 'n'),
    deadLetters: one('select count(*) as n from dead_letter', 'n'),
  }
  database.close()
  return found
}

/** Looks again and again whether anything waits to be sent. */
export function watchWaiting({ openDatabase, column, file }) {
  const database = openDatabase(file)
  const query = database.prepare('select count(*) as n from conversation where due_at is not null')
  return { nothingWaits: () => Number(column(query.get(), 'n')) === 0, close: () => database.close() }
}
