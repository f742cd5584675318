import { distanceKm } from '../../content/distance.js'
import type { Position } from '../../content/schema/area.js'
import { abilityForTopic, type Ability, type Preference } from '../../content/vocabulary.js'
import { addDays, localDate, startOfDay } from '../schedule/local-time.js'
import type { Opening } from '../schedule/opening.js'
import type { Openings, WantedHours } from '../schedule/openings.js'
import type { Ring } from './area-rings.js'
import type { Candidate } from './candidate.js'
import type { CandidateIndex } from './candidate-index.js'
import type { Demands } from './columns.js'
import { audiencesFor, companyFor, postcodeFits } from './eligibility.js'
import type { Entry } from './entry.js'
import { decidedByQuestion, preferenceBits, reachFor } from './preference.js'
import type { ReferralQuestion } from './referral.js'

/** The nearest so many are weighed; in a denser city than any, those behind them are not looked at. */
const MOST_OF_A_STEP = { any: 12, inHerLanguage: 6 }
const METRES = 1000

/** What stays the same for one question. */
export interface Asked {
  readonly question: ReferralQuestion
  readonly now: number
  /** Where distances are counted from: her place, else the middle of the city. */
  readonly from: Position
  readonly rings: ReadonlyMap<string, Ring>
  readonly today: number
  readonly tomorrow: number
}

/** Gathers what one question needs; `today` and `tomorrow` are when those local days end. */
export function asked(question: ReferralQuestion, now: number, from: Position, rings: Asked['rings']): Asked {
  const date = localDate(now).toString()
  return { question, now, from, rings, today: startOfDay(addDays(date, 1)), tomorrow: startOfDay(addDays(date, 2)) }
}

/** Finds the doors that can do one of these things and pass every hard filter and every preference that is kept. */
export type FindCandidates = (
  asked: Asked,
  abilities: readonly Ability[],
  kept: readonly Preference[],
  within?: Within,
) => readonly Candidate[]

/** Bounds of one search. */
export interface Within {
  /** How many of each step are weighed: the nearest of all, and the nearest that speak her language. */
  readonly most?: { readonly any: number; readonly inHerLanguage: number }
  /** What else a door must be. */
  readonly only?: (entry: Entry) => boolean
}

/** The search over an index. Closed doors, and cards already shown, are never among the found. */
export function createSearch(index: CandidateIndex, openings: Openings): FindCandidates {
  return (asked, abilities, kept, { most = MOST_OF_A_STEP, only = () => true } = {}) => {
    const { question, from } = asked
    // No place is women-only and open to a man: the longest search of all would find nothing.
    if (question.gender === 'men' && kept.includes('women-only')) return []
    const hours: WantedHours = kept.includes('evening-or-weekend') ? 'evening-or-weekend' : 'any'
    const admit = admission(asked)
    const accepts = (entry: Entry) =>
      admit(entry) && only(entry) && reachable(entry, openings.nextOpening(entry.schedule, asked.now, hours), hours)
    const reach = reachOf(question, kept)
    const demands = demandsOf(asked, kept)
    const look = { abilities, company: companyFor(question, kept), from, reach, demands, accepts }
    const inLanguage = index.find({ ...look, language: question.language, most: most.inHerLanguage })
    const any = kept.includes('my-language') ? [] : index.find({ ...look, language: null, most: most.any })
    return [...new Set([...inLanguage, ...any])].map(entry => candidate(entry, asked, openings, hours))
  }
}

/** Without a place nothing is near, so wishes about distance ask nothing. */
const reachOf = ({ near }: ReferralQuestion, kept: readonly Preference[]): number =>
  near === null ? Infinity : reachFor(kept)

/** The hard filters in numbers, which are never relaxed (F9), with the preferences kept as demands. */
export function demandsOf({ question, now }: Asked, kept: readonly Preference[]): Demands {
  return {
    now,
    preferences: preferenceBits(kept.filter(preference => !decidedByQuestion.includes(preference))),
    audiences: audiencesFor(question),
    age: question.age,
    exact: reachOf(question, kept) < Infinity,
  }
}

/** The hard filters that no number holds. */
export function admission({ question }: Asked): (entry: Entry) => boolean {
  const shown = new Set(question.shown)
  return entry => postcodeFits(entry.pc4, question.near) && !shown.has(entry.record.id)
}

/** A door that stays shut is no door. Only a key figure may be named without hours, beside a place (chosen later). */
function reachable({ record }: Entry, { type }: Opening, hours: WantedHours): boolean {
  if (hours === 'evening-or-weekend') return type === 'open' || type === 'opens'
  return type !== 'none' || record.kind === 'key-figure'
}

/** All by which a door is ordered. */
export function candidate(entry: Entry, asked: Asked, openings: Openings, hours: WantedHours = 'any'): Candidate {
  const { question, now, from, rings, today, tomorrow } = asked
  const opening = openings.nextOpening(entry.schedule, now, hours)
  const start = opening.type === 'open' || opening.type === 'opens' ? opening.from : Infinity
  return {
    entry,
    opening,
    metres: distanceKm(from, entry.position) * METRES,
    ring: question.near === null ? 0 : (rings.get(entry.area) ?? 3),
    topics: question.topics.filter(topic => entry.abilities.includes(abilityForTopic[topic])),
    speaksLanguage: entry.languages.has(question.language),
    inTime: start < tomorrow,
    today: start < today,
    offHours: question.preferences.includes('evening-or-weekend') && isOffHours(entry, asked, openings, start),
  }
}

function isOffHours({ schedule }: Entry, { now }: Asked, openings: Openings, start: number): boolean {
  const next = openings.nextOpening(schedule, now, 'evening-or-weekend')
  return (next.type === 'open' || next.type === 'opens') && next.from === start
}
