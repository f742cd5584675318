import type { Snapshot } from '../../content/snapshot.js'
import type { Clock } from '../clock.js'
import { freshness } from '../referrals/freshness.js'
import type { Job } from './job.js'

const HOUR = 3_600_000

/** The job that erases; a restore makes it run at the next start. */
export const EXPIRY_JOB = 'expiry'

/** What is kept for a while; a sweep erases what has expired and answers how much. */
export interface Expiring {
  sweep(): Promise<number>
}

/**
 * Erases what has expired (H3, H9) and looks how true the directory still is (L1): how many records are fresh, how many
 * say "ask first", how many are hidden. Reading checks both by itself; this is what cleans up and tells editors.
 */
export function expiryJob(expiring: readonly Expiring[], live: () => Snapshot, clock: Clock): Job {
  return {
    name: EXPIRY_JOB,
    cron: '17 * * * *',
    overdueAfter: HOUR,
    timeLimit: HOUR / 6,
    async run() {
      let erased = 0
      for (const each of expiring) erased += await each.sweep()
      return { erased, ...freshnessCounts(live(), clock()) }
    },
  }
}

/** How many records stand in each state of freshness. */
export function freshnessCounts(
  { records }: Snapshot,
  now: number,
): { fresh: number; askFirst: number; notShown: number } {
  const counts = { fresh: 0, askFirst: 0, notShown: 0 }
  for (const record of records.values()) {
    const state = freshness(record, now)
    counts[state === 'fresh' ? 'fresh' : state === 'call-first' ? 'askFirst' : 'notShown']++
  }
  return counts
}
