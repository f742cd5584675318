import { setTimeout as pause } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'

/** A thread that takes the database's write lock, holds it and lets it go. */
const { file, module, ms } = workerData
const { openDatabase } = await import(module)
let database = null
try {
  database = openDatabase(file)
  database.exec('begin immediate')
  await pause(ms)
  database.exec('rollback')
} catch (error) {
  // The program itself was writing all the time: then there is nothing to hold
  if (!/in use|locked|busy/i.test(String(error))) throw error
} finally {
  database?.close()
}
