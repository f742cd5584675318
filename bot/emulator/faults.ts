/** What may go wrong at Meta's side with one message, on command. */
export type Fault =
  /** Refused with one of Meta's codes. */
  | { readonly type: 'error'; readonly code: number; readonly status?: number }
  /** Answered by something in between: a status, and maybe a body that is no JSON. */
  | { readonly type: 'http'; readonly status: number; readonly body?: string; readonly retryAfter?: number }
  /** Accepted or refused as usual, after this many milliseconds. */
  | { readonly type: 'late'; readonly ms: number }
  /** Never answered, having accepted it or not. */
  | { readonly type: 'stall'; readonly accepted: boolean }
  /** The connection breaks, after accepting it or before. */
  | { readonly type: 'close'; readonly accepted: boolean }
  /** Accepted, and answered with 200 and this. */
  | { readonly type: 'garbled'; readonly body: string }
  /** Accepted, and reported as failed by a status afterwards. */
  | { readonly type: 'fails-later'; readonly code: number }

export interface Faults {
  /** The next messages meet these, one each, in this order. */
  next(...faults: readonly Fault[]): void
  /** From now on this share of messages (0 to 1) meets one of these; none with a share of 0. */
  often(share: number, faults: readonly Fault[]): void
  /** What the message at hand meets, or null. */
  take(): Fault | null
}

/** `chance`: a number at least 0 and below 1. */
export function createFaults(chance: () => number): Faults {
  const queue: Fault[] = []
  let share = 0
  let pool: readonly Fault[] = []
  return {
    next: (...faults) => void queue.push(...faults),
    often(newShare, faults) {
      share = newShare
      pool = faults
    },
    take() {
      const first = queue.shift()
      if (first) return first
      if (pool.length === 0 || chance() >= share) return null
      return pool[Math.floor(chance() * pool.length)] ?? null
    },
  }
}
