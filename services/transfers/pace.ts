import type { Clock } from '../clock.js'

/** So often in so many milliseconds, by one sender (N8): a person mistypes now and then, a machine guesses on. */
export const MOST_TRIES = 5
const WITHIN = 60_000
/** Senders remembered, in memory alone; beyond it the oldest may try again. */
const MOST_SENDERS = 10_000

/** Whether a sender may try (again). Each call counts, refused ones do not; beyond the pace it waits until the minute is over. */
export function createPace(clock: Clock): (sender: string) => boolean {
  const tries = new Map<string, readonly number[]>()
  return sender => {
    const now = clock()
    const recent = (tries.get(sender) ?? []).filter(at => at > now - WITHIN)
    const may = recent.length < MOST_TRIES
    tries.delete(sender)
    tries.set(sender, may ? [...recent, now] : recent)
    const [oldest] = tries.keys()
    if (tries.size > MOST_SENDERS && oldest !== undefined) tries.delete(oldest)
    return may
  }
}
