import { referralTopics, type ReferralTopic } from '../../content/vocabulary.js'

/** Whether a stored session is that of somebody who said she is under 18: she is addressed as "je" (C3). */
export function isYoung(session: unknown): boolean {
  return isObject(session) && 'minor' in session && session.minor === true
}

/** What a stored session looks for; null when nothing was chosen. For the card to show at a desk (F14). */
export function topicOf(session: unknown): ReferralTopic | null {
  if (!isObject(session) || !('seeks' in session)) return null
  const { seeks } = session
  return referralTopics.find(topic => Array.isArray(seeks) && seeks[0] === topic) ?? null
}

/** The place whose link a stored session began with (A10); null when there was none. */
export function linkedIn(session: unknown): string | null {
  return isObject(session) && 'first' in session && typeof session.first === 'string' ? session.first : null
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
