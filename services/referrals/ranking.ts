import type { Candidate } from './candidate.js'
import { preferenceBits } from './preference.js'
import type { ReferralQuestion } from './referral.js'
import { placeOf } from './step.js'

/** Distances within one band count as equal, so that some hundred metres do not beat an earlier opening. */
const BAND_METRES = 500

/**
 * The order of cards, best first. What is in time comes first, then the place of her link; what is walkable and has hours comes before the steps of F4; within a step the
 * order of F5 holds: what is for her area before the whole city, language and wishes, distance in bands, soonest, free.
 */
export function rank(candidates: readonly Candidate[], question: ReferralQuestion): readonly Candidate[] {
  const keyed = candidates.map(candidate => ({ candidate, keys: keysOf(candidate, question) }))
  return keyed
    .toSorted((a, b) => compare(a.keys, b.keys) || byId(a.candidate, b.candidate))
    .map(({ candidate }) => candidate)
}

function keysOf(candidate: Candidate, question: ReferralQuestion): readonly number[] {
  const { entry, inTime, topics, metres } = candidate
  const { urgency, safety } = question
  const paid = entry.record.cost === 'free' ? 0 : 1
  const money = question.topics.some(topic => topic.startsWith('money-'))
  return [
    // What hurries at all goes to the door that opens soonest; a date this week can be the day after tomorrow (D1).
    urgency !== 'none' && !inTime ? 1 : 0,
    entry.record.id === question.first ? 0 : 1,
    // In danger a number is as good as a door; else someone to sit beside comes first (D7).
    !safety && entry.record.means !== 'in-person' ? 1 : 0,
    surroundings(candidate, question),
    withoutHours(candidate),
    topics.length === 0 ? question.topics.length : question.topics.findIndex(topic => topic === topics[0]),
    placeOf(entry.step, question),
    money ? paid : 0,
    question.near !== null && entry.record.reach === 'city' ? 1 : 0,
    -fit(candidate, question),
    Math.floor(metres / BAND_METRES),
    startOf(candidate),
    paid,
    metres,
  ]
}

/** The last word among equals, so that the same question always gets the same answer. */
const byId = (a: Candidate, b: Candidate): number => (a.entry.record.id < b.entry.record.id ? -1 : 1)

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, key] of a.entries()) {
    const other = b[index] ?? 0
    if (key !== other) return key < other ? -1 : 1
  }
  return 0
}

/** Her own and the bordering areas are one, then the district, then the rest. Without an area what is for the whole city is first. */
function surroundings({ ring, entry }: Candidate, { near }: ReferralQuestion): number {
  if (near === null) return entry.record.reach === 'city' ? 0 : 1
  return Math.max(0, ring - 1)
}

function withoutHours({ opening }: Candidate): number {
  const order = { open: 0, opens: 0, 'by-appointment': 1, unknown: 2, none: 3 } as const
  return order[opening.type]
}

/** Her language, and every wish she tapped, also those that had to be given up as a demand. */
function fit({ entry, speaksLanguage }: Candidate, { preferences }: ReferralQuestion): number {
  let met = entry.preferences & preferenceBits(preferences)
  let count = speaksLanguage ? 1 : 0
  for (; met !== 0; met &= met - 1) count += 1
  return count
}

const startOf = ({ opening }: Candidate): number =>
  opening.type === 'open' || opening.type === 'opens' ? opening.from : Infinity
