import type { Clock } from '../clock.js'
import type { Job, JobRun, JobStore } from './job.js'

export type RunOutcome = { readonly type: 'ran'; readonly run: JobRun } | { readonly type: 'held' }

export interface JobsParts {
  readonly jobs: readonly Job[]
  readonly store: JobStore
  readonly clock: Clock
  readonly newId: () => string
  readonly report: (name: string, run: JobRun, error: unknown) => void
}

/** Runs jobs, each at most once at a time over all processes. The timer outside only says when. */
export interface Jobs {
  readonly all: readonly Job[]
  /** Runs one now, unless another holds it. A job that throws is `failed`; it never rejects for that. */
  runNow(job: Job): Promise<RunOutcome>
  /** Runs every job whose last run is too long ago: after a night off, a missed run is made up. */
  catchUp(): Promise<readonly RunOutcome[]>
  lastRun(name: string): Promise<JobRun | null>
  /** Resolves when no run of this process is under way. */
  idle(): Promise<void>
}

export function createJobs({ jobs, store, clock, newId, report }: JobsParts): Jobs {
  const running = new Set<Promise<unknown>>()

  async function runLeased(job: Job): Promise<RunOutcome> {
    const holder = newId()
    const started = clock()
    if (!(await store.take(job.name, holder, started, started + job.timeLimit))) return { type: 'held' }
    const { run, error } = await attempt(job, started, clock)
    await store.finish(job.name, holder, run)
    report(job.name, run, error)
    return { type: 'ran', run }
  }

  function runNow(job: Job): Promise<RunOutcome> {
    const run = runLeased(job).finally(() => running.delete(run))
    running.add(run)
    return run
  }

  return {
    all: jobs,
    runNow,
    async catchUp() {
      const overdue: Job[] = []
      for (const job of jobs) {
        const last = await store.lastRun(job.name)
        if (!last || clock() - last.at > job.overdueAfter) overdue.push(job)
      }
      return Promise.all(overdue.map(runNow))
    },
    lastRun: name => store.lastRun(name),
    idle: async () => void (await Promise.allSettled(running)),
  }
}

async function attempt(job: Job, started: number, clock: Clock): Promise<{ run: JobRun; error: unknown }> {
  const finished = (outcome: JobRun['outcome'], detail: string): JobRun => ({
    at: started,
    outcome,
    detail,
    milliseconds: clock() - started,
  })
  try {
    const counts = await job.run()
    const detail = Object.entries(counts).map(([what, count]) => `${what} ${count}`)
    return { run: finished('done', detail.join(', ')), error: null }
  } catch (error) {
    return { run: finished('failed', ''), error }
  }
}
