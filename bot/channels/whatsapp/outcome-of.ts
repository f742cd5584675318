/**
 * Meta's codes for what went wrong with a message, and what we do about each (requirement N4; Meta's list of error codes,
 * November 2026). A code that is not named here is treated by the HTTP status of the answer.
 */
export const metaCode = {
  /** Too many calls of the app. */
  tooManyCalls: 4,
  /** Too many calls of the business account. */
  accountRateLimit: 80_007,
  /** Messages a second of our number. */
  throughput: 130_429,
  /** Held back because earlier messages were marked as unwanted. */
  spamRateLimit: 131_048,
  mediaUpload: 131_053,
  /** Messages to this one person. */
  pairRate: 131_056,
  /** Registrations of our number. */
  registrationRate: 133_016,
  /** Our number is being moved to a higher throughput, which takes minutes. */
  upgrade: 131_057,
  /** She wrote more than 24 hours ago. */
  windowClosed: 131_047,
  undeliverable: 131_026,
  /** Meta chose not to bother her with one more of its kind. */
  keptFromHer: 131_049,
  accountLocked: 131_031,
  /** The way of paying was refused. */
  payment: 131_042,
  policy: 368,
  token: 190,
} as const

/**
 * What came of one attempt to send. All times in milliseconds.
 * - `sent`: accepted; never send it again.
 * - `retry`: not (surely) accepted. Not before `after`, and not before `backOff` says. `held` when we did not ask Meta at
 *   all, to keep its pace: that is no attempt. `code` is Meta's, or null where it gave none.
 * - `wait`: our number is being upgraded; nothing of it goes out before `after`.
 * - `window-closed`: drop it, and count it (N3).
 * - `stop`: it will never arrive.
 * - `alarm`: nothing will go out until somebody acts. `code` is Meta's, or the HTTP status where it gave none.
 */
export type Delivered =
  | { readonly type: 'sent'; readonly id: string }
  | { readonly type: 'retry'; readonly after: number; readonly code: number | null; readonly held: boolean }
  | { readonly type: 'wait'; readonly after: number }
  | { readonly type: 'window-closed' }
  | { readonly type: 'stop'; readonly code: number }
  | { readonly type: 'alarm'; readonly code: number }

/** Least time before the next attempt where Meta names none; our choice. */
export const RETRY_AFTER_MS = 1_000
/** An upgrade "takes up to a few minutes"; asking once a minute is enough. */
export const UPGRADE_WAIT_MS = 60_000
/** A longer wait is not believed: a message that late is stale. */
export const MOST_RETRY_AFTER_MS = 3_600_000

/** What an answer said, as far as it could be read. */
export interface Answer {
  readonly status: number
  /** Null where the body held no code. */
  readonly code: number | null
  /** Null where the body held no message id. */
  readonly id: string | null
  /** Null where no `Retry-After` was given. */
  readonly retryAfter: number | null
}

const RETRIED: ReadonlySet<number> = new Set([
  metaCode.tooManyCalls,
  metaCode.accountRateLimit,
  metaCode.throughput,
  metaCode.spamRateLimit,
  metaCode.mediaUpload,
  metaCode.pairRate,
  metaCode.registrationRate,
])
const ALARMING: ReadonlySet<number> = new Set([
  metaCode.accountLocked,
  metaCode.policy,
  metaCode.token,
  metaCode.payment,
])
const STOPPED: ReadonlySet<number> = new Set([metaCode.undeliverable, metaCode.keptFromHer])

/** Pure: the same answer always comes to the same. A good status without a message id is a retry: lost is worse than twice. */
export function outcomeOf(answer: Answer): Delivered {
  const { status, code, id } = answer
  if (code !== null) {
    if (RETRIED.has(code)) return retry(answer)
    if (ALARMING.has(code)) return { type: 'alarm', code }
    if (STOPPED.has(code)) return { type: 'stop', code }
    if (code === metaCode.windowClosed) return { type: 'window-closed' }
    if (code === metaCode.upgrade) return { type: 'wait', after: notBefore(answer, UPGRADE_WAIT_MS) }
  } else if (id !== null && isGood(status)) return { type: 'sent', id }
  return byStatus(answer)
}

function byStatus(answer: Answer): Delivered {
  const { status, code } = answer
  if (status === 429 || status === 408 || status >= 500 || isGood(status)) return retry(answer)
  // We send to one address alone: an answer that points elsewhere means a wrong setting
  if (status === 401 || status === 403 || status < 400) return { type: 'alarm', code: code ?? status }
  return { type: 'stop', code: code ?? status }
}

const retry = (answer: Answer): Delivered => ({
  type: 'retry',
  after: notBefore(answer, RETRY_AFTER_MS),
  code: answer.code,
  held: false,
})

const notBefore = ({ retryAfter }: Answer, unsaid: number): number =>
  Math.min(retryAfter ?? unsaid, MOST_RETRY_AFTER_MS)

const isGood = (status: number): boolean => status >= 200 && status < 300
