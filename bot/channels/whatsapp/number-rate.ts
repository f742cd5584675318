import type { Clock } from '../../../services/clock.js'

/** Messages a second of one number, before Meta raises it to 1,000 (Meta's throughput; a setting). */
export const NUMBER_RATE = 80
/** A message that would wait longer is handed back: its sender has more to do. */
export const MOST_WAIT_MS = 1_000

/** Keeps to Meta's pace for our number. */
export interface NumberRate {
  /** Books the next free place, and answers how long to wait for it (`ready`), or that none is near (`full`). Milliseconds. */
  book(): { readonly type: 'ready'; readonly wait: number } | { readonly type: 'full'; readonly after: number }
}

/** A bucket of one second's messages that fills evenly. */
export function createNumberRate(clock: Clock, perSecond: number = NUMBER_RATE): NumberRate {
  const every = 1_000 / perSecond
  let fullAt = 0
  return {
    book() {
      const now = clock()
      const next = Math.max(fullAt, now) + every
      const wait = Math.max(0, Math.ceil(next - now - 1_000))
      if (wait > MOST_WAIT_MS) return { type: 'full', after: wait }
      fullAt = next
      return { type: 'ready', wait }
    },
  }
}
