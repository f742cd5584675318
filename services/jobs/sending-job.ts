import type { Clock } from '../clock.js'
import type { Sender } from '../sending/sender.js'
import type { Job } from './job.js'

const MINUTE = 60_000

/** Sends what another process, or this one before it stopped, left to be sent. */
export function sendingJob(sender: Sender, clock: Clock): Job {
  return {
    name: 'sending',
    cron: '* * * * *',
    overdueAfter: MINUTE,
    timeLimit: 5 * MINUTE,
    run: async () => ({ takenOver: await sender.sendDue(clock()) }),
  }
}
