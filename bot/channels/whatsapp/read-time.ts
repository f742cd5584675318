import { EARLIEST_TIME, MOST_AHEAD } from './webhook-limits.js'

/** Whole seconds since 1970 in ten digits: from 2001 until 2286. */
const SECONDS = /^\d{10}$/

/**
 * Milliseconds since 1970 of the platform's whole seconds (a string; a number is read too). Null where it is neither, or
 * before WhatsApp was, or more than a day ahead of `now` (milliseconds).
 */
export function readTime(given: string | number, now: number): number | null {
  const text = String(given)
  if (!SECONDS.test(text)) return null
  const time = Number(text) * 1_000
  return time >= EARLIEST_TIME && time <= now + MOST_AHEAD ? time : null
}
