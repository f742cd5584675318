import type { WordsByLanguage } from '../../content/understanding-words.js'
import { type ReferralTopic, referralTopics } from '../../content/vocabulary.js'
import { createPhraseIndex, type Entry, type Match, type Word } from './phrase-index.js'

interface Sign {
  readonly topic: ReferralTopic
  readonly language: string
  readonly strong: boolean
  /** An age: it says nothing without a word for a child beside it. */
  readonly age: boolean
}

export interface FoundTopics {
  /** In the order in which they were named, at most `MOST_TOPICS`; empty when the message names none. */
  readonly topics: readonly ReferralTopic[]
  /** Phrases of the vocabulary that led to them. */
  readonly because: readonly string[]
  /** Whether one is named outright, and not only by words that also mean other things. */
  readonly outright: boolean
  /** Whether the languages tried first recognised anything, also when it was too little. */
  readonly touched: boolean
}

const STRONG = 2
const WEAK = 1
/** A longer phrase says more: added for each word beyond the first. */
const EACH_MORE_WORD = 0.25
/** What a topic must gather: one strong phrase or two weak ones. */
const ENOUGH = 2
/** What one phrase of up to three words scores. */
const ONE_PHRASE = 2.5
/** In a message this short one weak word is an answer in itself ("geld"). */
const SHORT_MESSAGE = 3
/**
 * And in one this long when no other group of topics is even touched ("sinds mijn man dood is ben ik alleen"), but for
 * wanting to talk: "talk" and "tired" are too ordinary. On 55 unseen sentences 8 instead of 3 gave 87 % right and 7 %
 * wrong, most of it next door (cannot pay for debts), instead of 71 % and 2 %: the rest would have been "unclear".
 */
const MEDIUM_MESSAGE = 8
/** More would be a menu again (A12 keeps two; a third is kept when named). */
const MOST_TOPICS = 3

/** Topics that one visit answers together: of each group only the best is kept, and ties go to the first. */
const PARENTING: readonly ReferralTopic[] = [
  'parenting-teen',
  'parenting-young',
  'parenting-school',
  'parenting-general',
]
const GROUPS: readonly (readonly ReferralTopic[])[] = [
  ['money-debt', 'money-benefit', 'money-cannot-pay', 'money-letter', 'forms-help'],
  ['money-food'],
  PARENTING,
  ['language-lesson'],
  ['meeting-people'],
  ['talk-to-human'],
]
/** Tried in every conversation: residents mix Dutch terms and English into their own language. */
const ALWAYS = ['nl', 'en']

/** Finds what a message is about by scored phrases. `languages` are tried first; all others only when those say nothing. */
export function createFindTopics(words: WordsByLanguage) {
  const index = createPhraseIndex(signs(words))
  return function findTopics(message: readonly Word[], languages: readonly string[]): FoundTopics {
    const found = index(message)
    const wanted = new Set([...languages, ...ALWAYS])
    const near = found.filter(match => wanted.has(match.value.language))
    return { ...judge(near.length > 0 ? near : found, message.length), touched: near.length > 0 }
  }
}

function signs(words: WordsByLanguage): Entry<Sign>[] {
  return Object.entries(words).flatMap(([language, { topics, ages }]) => {
    const of = (topic: ReferralTopic, phrases: readonly string[], strong: boolean, age = false) =>
      phrases.map(phrase => ({ phrase, value: { topic, language, strong, age } }))
    return [
      ...referralTopics.flatMap(topic => [
        ...of(topic, topics[topic].strong, true),
        ...of(topic, topics[topic].weak, false),
      ]),
      ...of('parenting-young', ages.young, true, true),
      ...of('parenting-teen', ages.teen, true, true),
    ]
  })
}

interface Tally {
  readonly topic: ReferralTopic
  score: number
  strong: boolean
  readonly places: Set<number>
  readonly phrases: string[]
}

function judge(found: readonly Match<Sign>[], length: number): Omit<FoundTopics, 'touched'> {
  const tallies = new Map<ReferralTopic, Tally>()
  for (const match of withoutShadowed(withoutLoneAges(found))) add(tallies, match)
  const standing = withoutOverruled(tallies)
  const likely = GROUPS.flatMap(group => best(group, standing))
  const little = likely.length === 1 ? MEDIUM_MESSAGE : SHORT_MESSAGE
  const kept = likely.filter(
    tally => tally.score >= ENOUGH || length <= (tally.topic === 'talk-to-human' ? SHORT_MESSAGE : little),
  )
  const chosen = settle(kept)
    .sort((a, b) => firstPlace(a) - firstPlace(b))
    .slice(0, MOST_TOPICS)
  return {
    topics: chosen.map(({ topic }) => topic),
    because: chosen.flatMap(({ phrases }) => phrases),
    outright: chosen.some(({ strong }) => strong),
  }
}

function withoutLoneAges(found: readonly Match<Sign>[]): readonly Match<Sign>[] {
  const child = found.some(({ value }) => !value.age && PARENTING.includes(value.topic))
  return child ? found : found.filter(({ value }) => !value.age)
}

/** Longest first; what lies wholly inside a longer phrase says nothing of its own ("letter from school" is no letter). */
function withoutShadowed(found: readonly Match<Sign>[]): Match<Sign>[] {
  const sorted = [...found].sort((a, b) => b.at.length - a.at.length || Number(b.value.strong) - Number(a.value.strong))
  const covered = new Map<number, number>()
  return sorted.filter(match => {
    const size = match.at.length
    if (match.at.every(place => (covered.get(place) ?? 0) > size)) return false
    if (match.value.strong) for (const place of match.at) covered.set(place, Math.max(size, covered.get(place) ?? 0))
    return true
  })
}

function add(tallies: Map<ReferralTopic, Tally>, { value, at, phrase }: Match<Sign>): void {
  const tally = tallies.get(value.topic) ?? newTally(value.topic)
  if (at.every(place => tally.places.has(place))) return
  for (const place of at) tally.places.add(place)
  tally.score += (value.strong ? STRONG : WEAK) + EACH_MORE_WORD * (at.length - 1)
  tally.strong ||= value.strong
  tally.phrases.push(phrase)
  tallies.set(value.topic, tally)
}

/** "Does not listen" is said of every age: the general topic never wins from one that is named. */
const beats = (tally: Tally, winner: Tally) =>
  tally.score > winner.score && !(tally.topic === 'parenting-general' && winner.strong)

const newTally = (topic: ReferralTopic): Tally => ({ topic, score: 0, strong: false, places: new Set(), phrases: [] })

function best(group: readonly ReferralTopic[], tallies: ReadonlyMap<ReferralTopic, Tally>): Tally[] {
  let winner: Tally | undefined
  for (const topic of group) {
    const tally = tallies.get(topic)
    if (tally && (winner === undefined || beats(tally, winner))) winner = tally
  }
  return winner ? [winner] : []
}

/**
 * What one topic says about another: "no food" is not also "cannot pay"; a nursery that is too dear is a question about
 * the nursery (E3); a letter about a school or nursery is no letter about money; a letter "in Dutch" asks for no lesson.
 */
function withoutOverruled(tallies: ReadonlyMap<ReferralTopic, Tally>): ReadonlyMap<ReferralTopic, Tally> {
  const has = (topic: ReferralTopic) => tallies.get(topic)?.strong === true
  const overruled = ({ topic, score }: Tally) => {
    if (topic === 'money-cannot-pay') return has('money-food') || (score <= ONE_PHRASE && has('parenting-young'))
    if (topic === 'money-letter') return has('parenting-school') || has('parenting-young')
    return topic === 'language-lesson' && score <= ENOUGH && has('money-letter')
  }
  return new Map([...tallies].filter(([, tally]) => !overruled(tally)))
}

/**
 * Wanting to talk is said with every worry and stands only alone; a topic named by weak words alone gives way to one
 * named outright.
 */
function settle(kept: readonly Tally[]): Tally[] {
  const outright = kept.some(tally => tally.strong)
  return kept.filter(tally => {
    if (outright && !tally.strong) return false
    return tally.topic !== 'talk-to-human' || !kept.some(other => other !== tally && other.strong)
  })
}

const firstPlace = (tally: Tally) => Math.min(...tally.places)
