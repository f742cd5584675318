/** Meta's window for free words after a resident's own message, in milliseconds. */
export const WINDOW_MS = 86_400_000
/** Messages to one person: so many at once, and one more for each 6 s. */
const PAIR_BURST = 45
const PAIR_EVERY_MS = 6_000

/** Counts what goes out, as Meta does on its side. */
export interface Quota {
  /** False when one more now is too much; it is then not counted. */
  allows(key: string, now: number): boolean
}

/** Tokens that come back evenly, per key. Written apart from the channel's own pace. */
function createBuckets(burst: number, everyMs: number): Quota {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    allows(key, now) {
      const bucket = buckets.get(key) ?? { tokens: burst, at: now }
      const tokens = Math.min(burst, bucket.tokens + (now - bucket.at) / everyMs)
      const allowed = tokens >= 1
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now })
      return allowed
    },
  }
}

export const createPairQuota = (): Quota => createBuckets(PAIR_BURST, PAIR_EVERY_MS)

export const createThroughput = (perSecond: number): Quota => createBuckets(perSecond, 1_000 / perSecond)
