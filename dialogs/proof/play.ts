import type { Phrase } from '../../content/phrase.js'
import { advance } from '../engine/advance.js'
import type { Advance, Effect, Event, Prompt, Referred, Request } from '../engine/event.js'
import type { Dialogs } from '../engine/prompt.js'
import type { Session } from '../engine/session.js'

/** One turn from what happened to the next question or the end, with the directory's answers played in between. */
export interface Turn {
  readonly session: Session
  readonly says: readonly Phrase[]
  readonly effects: readonly Effect[]
  /** What was looked up on the way, in order. */
  readonly requests: readonly Request[]
  /** The question that waits; null when the conversation ended. */
  readonly prompt: Prompt | null
  readonly cards: boolean
}

const answer = (part: Partial<Referred>): Referred => ({
  type: 'referred',
  outcome: 'found',
  records: ['a-place'],
  relaxed: [],
  farther: false,
  more: false,
  notInTime: false,
  ...part,
})

/** Every way in which the directory can answer, as far as a dialog can tell (F13: it never answers with nothing). */
export const directoryAnswers: readonly Referred[] = [
  answer({ more: true }),
  answer({ relaxed: ['near', 'free'], farther: true }),
  answer({ notInTime: true }),
  answer({ outcome: 'general' }),
]

/** Looking up twice within one turn would be a circle between the dialogs and the directory. */
const MOST_LOOKUPS = 3

/** The turns an event can lead to: one, or one for each way in which the directory can answer. */
export function turnsAfter(dialogs: Dialogs, session: Session, event: Event): readonly Turn[] {
  const [first, ...others] = directoryAnswers
  if (!first) return []
  const turn = play(dialogs, session, event, first)
  if (turn.requests.length === 0) return [turn]
  return [turn, ...others.map(answered => play(dialogs, session, event, answered))]
}

/** Plays one event through the real engine. Throws what the engine throws, and on a circle of look-ups. */
export function play(dialogs: Dialogs, session: Session, event: Event, directory: Referred): Turn {
  let done: Advance = advance(dialogs, session, event)
  let said: readonly Phrase[] = done.says
  let effects: readonly Effect[] = done.effects
  const requests: Request[] = []
  while (done.type === 'asking') {
    requests.push(done.request)
    if (requests.length > MOST_LOOKUPS)
      throw new Error(`The directory is asked over and over from "${session.dialog}.${session.step}"`)
    done = advance(dialogs, done.session, directory)
    said = [...said, ...done.says]
    effects = [...effects, ...done.effects]
  }
  const waits = done.type === 'waiting' ? done : null
  return {
    session: done.session,
    says: said,
    effects,
    requests,
    prompt: waits?.prompt ?? null,
    cards: waits?.cards ?? false,
  }
}
