import type { EmbeddedDatabase } from './database.js'

interface Waiting {
  /** Writes, and answers what to call once it is on disk. */
  readonly run: () => () => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs a write in a transaction that it shares with all that came in the same turn of the event loop: one wait for the
 * disk for many. Each still wins or loses alone as long as none throws; when one throws, all are rejected.
 */
export type WriteTogether = <Result>(write: () => Result) => Promise<Result>

const writers = new WeakMap<EmbeddedDatabase, WriteTogether>()

/** The one writer of a database; all its stores share it. */
export function writeTogether(database: EmbeddedDatabase): WriteTogether {
  const writer = writers.get(database) ?? createWriter(database)
  writers.set(database, writer)
  return writer
}

function createWriter(database: EmbeddedDatabase): WriteTogether {
  let waiting: Waiting[] = []
  const together = database.transaction((writes: readonly Waiting[]) => writes.map(({ run }) => run()))

  function flush(): void {
    const now = waiting
    waiting = []
    try {
      for (const settle of together(now)) settle()
    } catch (error) {
      for (const { reject } of now) reject(error)
    }
  }

  return <Result>(write: () => Result) =>
    new Promise<Result>((resolve, reject) => {
      const run = () => {
        const result = write()
        return () => resolve(result)
      }
      if (waiting.push({ run, reject }) === 1) setImmediate(flush)
    })
}
