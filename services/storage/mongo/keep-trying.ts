/** Pauses between two attempts, in milliseconds: doubled each time, up to the longest. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 5_000

export interface Trying {
  /** Resolves when the first attempt has ended, well or not. Never rejects. */
  readonly first: Promise<void>
  /** No further attempt; resolves when none is under way. A second call is harmless. */
  stop(): Promise<void>
}

/** Tries until it succeeds once. `failed` is told of each failure. */
export function keepTrying(attempt: () => Promise<unknown>, failed: (error: unknown) => void): Trying {
  let pause = FIRST_PAUSE
  let stopped = false
  let waiting: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    try {
      await attempt()
    } catch (error) {
      if (stopped) return
      failed(error)
      waiting = setTimeout(() => void (running = run()), pause).unref()
      pause = Math.min(2 * pause, LONGEST_PAUSE)
    }
  }

  let running = run()
  return {
    first: running,
    async stop() {
      stopped = true
      clearTimeout(waiting)
      await running
    },
  }
}
