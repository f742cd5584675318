import type { Preference, ReferralTopic } from '../../content/vocabulary.js'
import { purposeOf, works, type Candidate } from './candidate.js'
import { isNew, MOST_CARDS, withOneMore } from './choose-cards.js'
import { isParenting } from './eligibility.js'
import type { Entry } from './entry.js'
import { rank } from './ranking.js'
import type { Asked, FindCandidates } from './search.js'

/** The cards, and which of them is the easy door. */
export interface WithEasyDoor {
  readonly cards: readonly Candidate[]
  readonly easy: Candidate | null
}

/** These are easy doors themselves: nobody has to tell a worry there. */
const easyTopics: readonly ReferralTopic[] = ['meeting-people', 'language-lesson', 'talk-to-human']
/** One is wanted, so few are weighed. */
const FEW = { any: 6, inHerLanguage: 3 }
/** An easy door beyond the own district is not easy. */
const FARTHEST_RING = 2

/**
 * Sees to it that one card is a door through which one comes without a worry (F4): coffee or Dutch, walk in, free. For
 * parents it is a meeting place, key figure or walk-in hour in any case (E1). Not where it presses, or in danger.
 */
export function addEasyDoor(
  asked: Asked,
  cards: readonly Candidate[],
  kept: readonly Preference[],
  find: FindCandidates,
): WithEasyDoor {
  const { question } = asked
  const parenting = question.topics.some(isParenting)
  if (question.safety || cards.length === 0 || question.topics.every(topic => easyTopics.includes(topic)))
    return { cards, easy: null }
  if (question.urgency === 'today' && !parenting) return { cards, easy: null }
  const already = cards.slice(1).find(isEasy)
  if (already) return { cards, easy: already }
  const needsMeeting = parenting && !cards.some(({ entry }) => isMeeting(entry))
  const others = cards.slice(0, MOST_CARDS - 1)
  const taken = new Set(others.map(({ entry }) => purposeOf(entry)))
  const only = (entry: Entry) => (entry.easyDoor || (needsMeeting && isMeeting(entry))) && !taken.has(purposeOf(entry))
  const doors = rank(find(asked, ['company', 'dutch-practice'], kept, { most: FEW, only }), question)
  const usable = doors.filter(door => works(door) && door.ring <= FARTHEST_RING && isNew(door, others))
  const easy = usable.find(isEasy) ?? usable[0]
  return easy ? { cards: withOneMore(cards, easy), easy } : { cards, easy: null }
}

const isEasy = (candidate: Candidate): boolean => candidate.entry.easyDoor && works(candidate)

/** A place with other parents, a known figure, or an hour one walks in (E1). */
const isMeeting = ({ record }: Entry): boolean =>
  record.kind === 'meeting-place' || record.kind === 'key-figure' || record.entry === 'walk-in'
