import type { Position } from '../../content/schema/area.js'
import type { Snapshot } from '../../content/snapshot.js'
import { abilityForTopic, audiences } from '../../content/vocabulary.js'
import type { Openings } from '../schedule/openings.js'
import { createRings } from './area-rings.js'
import type { Candidate } from './candidate.js'
import { createCandidateIndex, type CandidateIndex } from './candidate-index.js'
import { isNew, MOST_CARDS } from './choose-cards.js'
import { audienceBits, companies } from './eligibility.js'
import { createEntries, type Entry } from './entry.js'
import { findRelaxing } from './find-relaxing.js'
import { createGeneralDoors } from './general-answer.js'
import { suggestionOf } from './reasons.js'
import type { Gap, ReferralAnswer, ReferralQuestion } from './referral.js'
import { asked, createSearch, type Asked } from './search.js'

/** Answers one question at one moment: one to three cards, best first, and what was missing. Never changes anything. */
export type FindReferrals = (question: ReferralQuestion, now: number) => ReferralAnswer

const EVERYBODY = audienceBits(audiences)

interface Parts {
  readonly openings: Openings
  /** Another index over the same doors, for comparing; else the one with search trees. */
  readonly createIndex?: (entries: readonly Entry[]) => CandidateIndex
}

/** Indexes a snapshot once. The answers are as fresh as the snapshot: make another for the next. */
export function createFindReferrals(
  snapshot: Snapshot,
  { openings, createIndex = createCandidateIndex }: Parts,
): FindReferrals {
  const index = createIndex(createEntries(snapshot))
  const find = createSearch(index, openings)
  const general = createGeneralDoors(snapshot, index, find, openings)
  const ringsFrom = createRings(snapshot)
  const middle = middleOf(snapshot)

  /** Why nothing was found: whether there is something of the kind for others, or already shown. */
  function missing({ question, now, from }: Asked): Gap['because'] {
    if (question.gender === 'men' && question.shown.length === 0) return 'none-open-to-men'
    const abilities = question.topics.map(topic => abilityForTopic[topic])
    const demands = { now, preferences: 0, audiences: EVERYBODY, age: null, exact: false }
    const look = { abilities, language: null, from, reach: Infinity, most: 1, demands, accepts: () => true }
    const any = companies.some(company => index.find({ ...look, company }).length > 0)
    return any ? 'filtered-out' : 'nothing-here'
  }

  return (question, now) => {
    const about = asked(question, now, question.near?.position ?? middle, ringsFrom(question.near?.area ?? null))
    const found = findRelaxing(about, find)
    if (found.cards.length === 0) {
      const suggestions = general.doors(about).map(candidate => suggestionOf(candidate, question))
      return { type: 'general', suggestions, gap: gapOf(question, missing(about)) }
    }
    const late = question.urgency === 'today' && !found.cards.some(({ inTime }) => inTime)
    const cards = late ? distinctFirst(general.doors(about), found.cards) : found.cards
    const farther = question.near !== null && cards.every(({ ring }) => ring > 0)
    const because = late ? 'not-in-time' : farther ? 'nothing-here' : found.relaxed.length > 0 ? 'filtered-out' : null
    return {
      type: 'found',
      suggestions: cards.map(card => suggestionOf(card, question, card === found.easy)),
      relaxed: found.relaxed,
      farther,
      more: found.more,
      gap: because && gapOf(question, because),
    }
  }
}

/** What to say first when all that helps opens too late: who can be reached now, then the best of the later ones (D1). */
function distinctFirst(first: readonly Candidate[], later: readonly Candidate[]): readonly Candidate[] {
  const front = first.slice(0, MOST_CARDS - 1)
  return [...front, ...later.filter(card => isNew(card, front))].slice(0, MOST_CARDS)
}

function gapOf({ topics, near, language }: ReferralQuestion, because: Gap['because']): Gap {
  return { topic: topics[0], area: near?.area ?? null, language, because }
}

/** The middle of the city, for who would rather not say where she lives. */
function middleOf({ gazetteer }: Snapshot): Position {
  const city = gazetteer.areas.find(({ level }) => level === 'city') ?? gazetteer.areas[0]
  if (!city) throw new Error('The gazetteer names no area. Add at least the city to gazetteer.json.')
  return city.position
}
