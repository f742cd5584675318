/** Work that is done by the clock. Doing it twice has the effect of doing it once. */
export interface Job {
  readonly name: string
  /** When, as five cron fields in Europe/Amsterdam; outside 02:00–03:00, which one night a year does not have. */
  readonly cron: string
  /** It is made up for when the last run is longer ago than this, in milliseconds. */
  readonly overdueAfter: number
  /** After this long a run is taken for dead and another may begin, in milliseconds. */
  readonly timeLimit: number
  /** Does the work; answers what it did, in counts. */
  readonly run: () => Promise<Readonly<Record<string, number>>>
}

/** The last finished run of a job. */
export interface JobRun {
  readonly at: number
  readonly outcome: 'done' | 'failed'
  readonly detail: string
  readonly milliseconds: number
}

/** Who may run a job, and how the last run went. Every store must pass `test/stores/job-store.test.ts`. */
export interface JobStore {
  /** Takes the lease when nobody holds it at `now`: true for one caller alone, whatever happens at once. */
  take(name: string, holder: string, now: number, until: number): Promise<boolean>
  /** Writes how it went and gives the lease back, if it is still `holder`'s. */
  finish(name: string, holder: string, run: JobRun): Promise<void>
  lastRun(name: string): Promise<JobRun | null>
}
