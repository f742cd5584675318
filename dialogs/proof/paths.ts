import type { Event } from '../engine/event.js'
import { promptOf, versionOf, type Dialogs } from '../engine/prompt.js'
import { newSession, type Session } from '../engine/session.js'
import { referralTopics, urgencies } from '../../content/vocabulary.js'
import { ASIDE } from './asides.js'
import { nameOf } from './explore.js'
import { turnsAfter, type Turn } from './play.js'

/** One way from the first message to the first card, the safety card, or a kind close. */
export interface Path {
  readonly route: readonly string[]
  /**
   * Questions that waited for an answer. "Is there food today" is not counted: it stands for the danger it asks about (A2);
   * nor is the question that is asked again after an aside.
   */
  readonly questions: number
  /** Outbound messages up to and including the first card: the opening is one, every turn with its question one, cards one. */
  readonly messages: number
  /** She asked something about the chat on the way, and came back to the question she had left. */
  readonly aside: boolean
  /** It is for somebody else, chosen on the way or said in words (A11). */
  readonly forOther: boolean
  readonly end: 'cards' | 'danger' | 'close'
  readonly last: Turn
}

const NOT_COUNTED = 'food.today'
/** The opening, which is said before the first question. */
const OPENING_MESSAGES = 1

/** Every path without a circle, by taps and by naming a topic in words. Throws what the engine throws. */
export function pathsToFirstCard(dialogs: Dialogs): readonly Path[] {
  const start = newSession(versionOf(dialogs))
  return walk(dialogs, {
    session: start,
    route: [],
    questions: 0,
    messages: OPENING_MESSAGES,
    seen: new Set(),
    aside: false,
    inAside: false,
  })
}

interface Walk {
  readonly session: Session
  readonly route: readonly string[]
  readonly questions: number
  readonly messages: number
  readonly seen: ReadonlySet<string>
  readonly aside: boolean
  /** The last question was one of the aside's. */
  readonly inAside: boolean
}

function walk(dialogs: Dialogs, at: Walk): readonly Path[] {
  const prompt = promptOf(dialogs, at.session)
  const here = `${at.session.dialog}.${at.session.step}.${at.session.pending?.type ?? ''}`
  const inAside = at.session.dialog === ASIDE && !at.session.pending
  const again = at.seen.has(here)
  // A question may come back once, after an aside; a path that goes round again adds nothing new.
  if (again && (at.aside || !at.inAside || inAside)) return []
  const asked: Walk = {
    ...at,
    aside: at.aside || again,
    inAside,
    seen: new Set([...at.seen, here]),
    questions: at.questions + (again || prompt.say.key === NOT_COUNTED ? 0 : 1),
    messages: at.messages + 1,
  }
  const taps = prompt.offers.map(({ id }): Event => ({ type: 'choice', option: id }))
  const place: Event[] = prompt.place ? [{ type: 'place', places: [{ area: 'here', position: [52.37, 4.89] }] }] : []
  const skip: Event[] = prompt.offers.every(({ id }) => id !== 'skip') ? [{ type: 'command', command: 'skip' }] : []
  const events = [...taps, ...skip, ...place, ...(at.route.length === 0 ? inWords : [])]
  return events.flatMap(event =>
    turnsAfter(dialogs, at.session, event).flatMap(turn => follow(dialogs, asked, event, turn)),
  )
}

function follow(dialogs: Dialogs, at: Walk, event: Event, turn: Turn): readonly Path[] {
  const route = [...at.route, nameOf(event)]
  const end = endOf(turn)
  if (!end) return walk(dialogs, { ...at, session: turn.session, route })
  const { questions, aside } = at
  const { forOther } = turn.session
  return [{ route, questions, messages: at.messages + 1, aside, forOther, end, last: turn }]
}

function endOf(turn: Turn): Path['end'] | null {
  if (turn.effects.some(({ type }) => type === 'danger')) return 'danger'
  if (turn.cards) return 'cards'
  return turn.prompt === null ? 'close' : null
}

/** Starts in words: one topic, however urgent, and two at once (A12). */
const inWords: readonly Event[] = [
  ...referralTopics.flatMap(topic =>
    urgencies.map((urgency): Event => ({ type: 'topics', topics: [topic], urgency, about: 'self' })),
  ),
  { type: 'topics', topics: ['money-food', 'parenting-general'], urgency: 'none', about: 'other' },
  { type: 'topics', topics: ['money-debt', 'meeting-people', 'parenting-teen'], urgency: 'none', about: 'self' },
]
