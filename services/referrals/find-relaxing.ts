import { abilityForTopic, type Ability, type Preference } from '../../content/vocabulary.js'
import { purposeOf, type Candidate } from './candidate.js'
import { chooseCards, isNew, MOST_CARDS, withOneMore } from './choose-cards.js'
import { addEasyDoor, type WithEasyDoor } from './easy-door.js'
import { rank } from './ranking.js'
import type { ReferralQuestion } from './referral.js'
import type { Asked, FindCandidates } from './search.js'

/** What was found for a question, and which preferences had to be given up for it, in that order. */
export interface Found extends WithEasyDoor {
  readonly relaxed: readonly Preference[]
  readonly more: boolean
}

/** All tapped preferences must hold; when nothing meets them the last is given up, then the one before (F12). */
export function findRelaxing(about: Asked, find: FindCandidates): Found {
  const { question } = about
  const abilities = [...new Set(question.topics.map(topic => abilityForTopic[topic]))]
  for (let count = question.preferences.length; count >= 0; count -= 1) {
    const kept = question.preferences.slice(0, count)
    const { ranked, cards } = choose(about, abilities, kept, find)
    const chosen = elsewhereToo(cards, ranked, question, kept)
    if (chosen.length === 0) continue
    const withEasy = addEasyDoor(about, chosen, kept, find)
    const relaxed = question.preferences.slice(count).toReversed()
    return { ...withEasy, relaxed, more: ranked.some(candidate => !withEasy.cards.includes(candidate)) }
  }
  return { cards: [], easy: null, relaxed: question.preferences.toReversed(), more: false }
}

/** Chooses cards; where many doors of one purpose stand in front, it looks again behind them for another purpose. */
function choose(about: Asked, abilities: readonly Ability[], kept: readonly Preference[], find: FindCandidates) {
  let ranked = rank(withLinked(about, abilities, kept, find), about.question)
  let cards = chooseCards(ranked)
  while (cards.length > 0 && cards.length < MOST_CARDS) {
    const taken = new Set(ranked.map(({ entry }) => purposeOf(entry)))
    const behind = find(about, abilities, kept, { only: entry => !taken.has(purposeOf(entry)) })
    if (behind.length === 0) break
    ranked = rank([...ranked, ...behind], about.question)
    cards = chooseCards(ranked)
  }
  return { ranked, cards }
}

/** The found, with the place of her link, which may lie behind the nearest (A10). */
function withLinked(about: Asked, abilities: readonly Ability[], kept: readonly Preference[], find: FindCandidates) {
  const found = find(about, abilities, kept)
  const { first } = about.question
  if (first === undefined || found.some(({ entry }) => entry.record.id === first)) return found
  return [...found, ...find(about, abilities, kept, { only: ({ record }) => record.id === first })]
}

/** For "someone who does not know me" one card lies outside her own neighbourhood, where there is one (F12). */
function elsewhereToo(
  cards: readonly Candidate[],
  ranked: readonly Candidate[],
  { near }: ReferralQuestion,
  kept: readonly Preference[],
) {
  if (!near || !kept.includes('does-not-know-me') || cards.some(({ ring }) => ring > 0)) return cards
  const outside = ranked.find(candidate => candidate.ring > 0 && isNew(candidate, cards.slice(0, MOST_CARDS - 1)))
  return outside ? withOneMore(cards, outside) : cards
}
