import type { Event } from '../engine/event.js'
import { promptOf, versionOf, type Dialogs } from '../engine/prompt.js'
import { newSession, type Session } from '../engine/session.js'
import { referralTopics, urgencies } from '../../content/vocabulary.js'
import { nameOf } from './explore.js'
import { turnsAfter, type Turn } from './play.js'

/** One way from the first message to the first card, the safety card, or a kind close. */
export interface Path {
  readonly route: readonly string[]
  /** Questions that waited for an answer. "Is there food today" is not counted: it stands for the danger it asks about (A2). */
  readonly questions: number
  /** Outbound messages up to and including the first card: the opening is one, every turn with its question one, cards one. */
  readonly messages: number
  /** She went round by "about this chat" or "for someone else" and came back to the first question. */
  readonly detour: boolean
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
    detour: false,
  })
}

interface Walk {
  readonly session: Session
  readonly route: readonly string[]
  readonly questions: number
  readonly messages: number
  readonly seen: ReadonlySet<string>
  readonly detour: boolean
}

function walk(dialogs: Dialogs, at: Walk): readonly Path[] {
  const prompt = promptOf(dialogs, at.session)
  const here = `${at.session.dialog}.${at.session.step}.${at.session.pending?.type ?? ''}`
  const inMenu = at.session.dialog === 'opening' && !at.session.pending
  const again = at.seen.has(here)
  // Only the first question may come back, once, after a detour: a path that goes round again adds nothing new.
  if (again && (at.detour || !inMenu)) return []
  const asked: Walk = {
    ...at,
    detour: at.detour || again,
    seen: new Set([...at.seen, here]),
    questions: at.questions + (prompt.say.key === NOT_COUNTED ? 0 : 1),
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
  return [{ route, questions: at.questions, messages: at.messages + 1, detour: at.detour, end, last: turn }]
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
