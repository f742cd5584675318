import { referralTopics, urgencies, type ReferralTopic } from '../../content/vocabulary.js'
import type { Event, Prompt } from '../engine/event.js'
import { promptOf, versionOf, type Dialogs } from '../engine/prompt.js'
import { newSession, type Session, type SessionPlace } from '../engine/session.js'
import { turnsAfter, type Turn } from './play.js'

/** A conversation that waits for an answer. */
export interface State {
  readonly session: Session
  readonly prompt: Prompt
  /** How one gets here from the start: the shortest row of answers, for a readable failure. */
  readonly route: readonly string[]
}

export interface Edge {
  readonly from: State
  readonly event: Event
  readonly turn: Turn
}

export interface Explored {
  readonly states: readonly State[]
  readonly edges: readonly Edge[]
  /** Errors that the engine threw, with the route that leads there. */
  readonly thrown: readonly string[]
}

/** More states than this is a dialog that never comes round: the count of the dialogs of 2026 is far below. */
export const MOST_STATES = 50_000

const somewhere: SessionPlace = { area: 'here', position: [52.37, 4.89] }
const elsewhere: SessionPlace = { area: 'there', position: [52.36, 4.9] }

/** Walks breadth-first through every state that answers can lead to, with every answer of the directory. */
export function explore(dialogs: Dialogs): Explored {
  const first = newSession(versionOf(dialogs))
  const start: State = { session: first, prompt: promptOf(dialogs, first), route: [] }
  const states = new Map<string, State>([[keyOf(first), start]])
  const edges: Edge[] = []
  const thrown: string[] = []
  for (const from of states.values()) {
    for (const event of eventsAt(from)) {
      const turns = tryTurns(() => turnsAfter(dialogs, from.session, event))
      if (typeof turns === 'string') {
        thrown.push(`${describeRoute(from)} > ${nameOf(event)}: ${turns}`)
        continue
      }
      for (const turn of turns) {
        edges.push({ from, event, turn })
        if (turn.prompt)
          keep(states, { session: turn.session, prompt: turn.prompt, route: [...from.route, nameOf(event)] })
      }
    }
    if (states.size > MOST_STATES) throw new Error(`More than ${MOST_STATES} states: the dialogs never come round`)
  }
  return { states: [...states.values()], edges, thrown }
}

function tryTurns(turns: () => readonly Turn[]): readonly Turn[] | string {
  try {
    return turns()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function keep(states: Map<string, State>, state: State): void {
  const key = keyOf(state.session)
  if (!states.has(key)) states.set(key, state)
}

/** Every tap, one place, two places of one name, and the topics that can be named in words. */
function eventsAt(state: State): readonly Event[] {
  const taps = state.prompt.offers.map(({ id }): Event => ({ type: 'choice', option: id }))
  const unseenSkip = state.prompt.offers.every(({ id }) => id !== 'skip')
  const skip: Event[] = unseenSkip ? [{ type: 'command', command: 'skip' }] : []
  const places: Event[] = [
    { type: 'place', places: [somewhere] },
    { type: 'place', places: [somewhere, elsewhere] },
  ]
  return [...taps, ...skip, ...places, ...(state.route.length === 0 ? named : [twoTopics, someRuling])]
}

const namedTopics: readonly Event[] = referralTopics.flatMap(topic =>
  urgencies.flatMap(urgency =>
    (['self', 'other'] as const).map((about): Event => ({ type: 'topics', topics: [topic], urgency, about })),
  ),
)
const named: readonly Event[] = [
  ...namedTopics,
  ...[[], ...referralTopics.map(topic => [topic])].map((topics): Event => ({
    type: 'ruling',
    topics,
    urgency: 'none',
    about: 'self',
  })),
]
const someRuling: Event = { type: 'ruling', topics: ['money-benefit'], urgency: 'days', about: 'self' }
const twoTopics: Event = { type: 'topics', topics: ['money-letter', 'meeting-people'], urgency: 'none', about: 'self' }

/**
 * What decides how a conversation goes on. Which area, wish or worry it is changes a card, not the route; what was answered
 * no longer matters once places are looked for; and "back" is proved along every edge, so history is left out.
 */
function keyOf(session: Session): string {
  const { dialog, step, pending, place, seeks, queue, urgency, forOther, minor, more, preferencePage } = session
  const area = place === undefined ? 'not asked' : place && 'known'
  const asked =
    dialog === 'referral'
      ? seekingOf(seeks[0])
      : Object.entries(session.answers).toSorted(([a], [b]) => a.localeCompare(b))
  // The pages go round: 4 hold all wishes, and the page is only read while one is chosen.
  const page = step === 'wish' ? preferencePage % 4 : 0
  const route = [dialog, step, pending?.type, asked, area, queue.slice(0, 1), more]
  return JSON.stringify([...route, urgency === 'today', forOther, minor, session.preferences.length > 0, page])
}

/** The topics for which the cards come with other words. */
function seekingOf(topic: ReferralTopic | undefined): string {
  return topic === undefined || topic === 'talk-to-human' || topic === 'money-food'
    ? (topic ?? 'talk-to-human')
    : 'a place'
}

/** An event in a few characters, for failures. */
export function nameOf(event: Event): string {
  switch (event.type) {
    case 'choice':
      return event.option
    case 'command':
      return `"${event.command}"`
    case 'place':
      return event.places.map(({ area }) => area).join(' or ')
    case 'ruling':
      return `ruling: ${event.topics.join(' + ')}`
    case 'topics':
      return `words: ${event.topics.join(' + ')} (${event.urgency}, ${event.about})`
    default:
      return event.type
  }
}

export function describeRoute({ route, session }: State): string {
  return `${['start', ...route].join(' > ')} [${session.dialog}.${session.step}]`
}
