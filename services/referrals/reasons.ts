import type { Candidate } from './candidate.js'
import { preferenceBits, reachFor, WALK_METRES } from './preference.js'
import type { Preference } from '../../content/vocabulary.js'
import type { Reason, ReferralQuestion, Suggestion } from './referral.js'

/** A card with why it is shown. Each reason is a criterion that was asked for and is met; nothing else is said (F5). */
export function suggestionOf(candidate: Candidate, question: ReferralQuestion, easyDoor = false): Suggestion {
  const { entry, opening, metres } = candidate
  return {
    record: entry.record.id,
    ...(entry.stop === null ? {} : { stop: entry.stop }),
    opening,
    metres: question.near && entry.exact ? Math.round(metres) : null,
    reasons: [...reasonsFor(candidate, question), ...(easyDoor ? [{ type: 'easy-door' } as const] : [])],
  }
}

function reasonsFor(candidate: Candidate, question: ReferralQuestion): readonly Reason[] {
  const { topics, speaksLanguage, opening, today } = candidate
  const reasons: Reason[] = topics.map(topic => ({ type: 'topic', topic }))
  if (speaksLanguage) reasons.push({ type: 'language', language: question.language })
  for (const preference of question.preferences)
    if (meets(candidate, preference, question)) reasons.push({ type: 'preference', preference })
  reasons.push(...whereabouts(candidate, question))
  if (opening.type === 'open') reasons.push({ type: 'open-now' })
  else if (today) reasons.push({ type: 'today' })
  return reasons
}

function whereabouts({ entry, ring, metres }: Candidate, { near }: ReferralQuestion): readonly Reason[] {
  const reasons: Reason[] = []
  if (near && (ring === 0 || (entry.exact && metres <= WALK_METRES))) reasons.push({ type: 'near' })
  else if (near) reasons.push({ type: 'farther' })
  if (entry.record.reach === 'city') reasons.push({ type: 'city-wide' })
  return reasons
}

/** Whether a tapped preference is truly met by this door, whether it was kept as a demand or given up. */
function meets(
  { entry, metres, speaksLanguage, offHours }: Candidate,
  preference: Preference,
  { near }: ReferralQuestion,
): boolean {
  switch (preference) {
    case 'near':
    case 'on-foot':
      return near !== null && entry.exact && metres <= reachFor([preference])
    case 'my-language':
      return speaksLanguage
    case 'evening-or-weekend':
      return offHours
    default:
      return (entry.preferences & preferenceBits([preference])) !== 0
  }
}
