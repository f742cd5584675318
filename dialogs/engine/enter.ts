import type { Phrase } from '../../content/phrase.js'
import type { ReferralTopic } from '../../content/vocabulary.js'
import type { Consequence, DialogId, Next } from './definition.js'
import type { Advance, Effect, Request } from './event.js'
import { promptOf, stepOf, type Dialogs } from './prompt.js'
import type { Session } from './session.js'

/** No route passes more steps than this without a question (O6); more is a circle in a dialog, and a bug. */
export const MOST_STEPS_WITHOUT_WAITING = 10

/** A turn half done: where it stands, what is said so far, what must happen. */
export interface Progress {
  readonly session: Session
  readonly says: readonly Phrase[]
  readonly effects: readonly Effect[]
}

/** Goes where a choice leads, with everything it changes. */
export function follow(dialogs: Dialogs, progress: Progress, next: Next<string> & Consequence): Advance {
  const changed = withConsequence(progress, next)
  if ('end' in next) return { ...changed, type: 'finished', session: { ...changed.session, finished: true } }
  if ('return' in next) return waiting(dialogs, returned(dialogs, changed))
  if ('goto' in next) return settle(dialogs, at(changed, changed.session.dialog, next.goto))
  return settle(dialogs, enterDialog(dialogs, changed, next.enter, next.at))
}

/** Stands at a dialog's first step (or the one named) and says its first sentence, once. */
export function enterDialog(dialogs: Dialogs, progress: Progress, id: DialogId, step?: string): Progress {
  const dialog = dialogs[id]
  const entered = at(progress, id, step ?? dialog.start)
  if (!dialog.intro || entered.session.introduced.includes(id)) return entered
  return {
    ...entered,
    says: [...entered.says, { key: dialog.intro }],
    session: { ...entered.session, introduced: [...entered.session.introduced, id] },
  }
}

/** Walks on until something must be asked: of the resident, or of the directory. Questions whose answer is known are passed. */
export function settle(dialogs: Dialogs, progress: Progress): Advance {
  let current = progress
  for (let steps = 0; steps < MOST_STEPS_WITHOUT_WAITING; steps++) {
    const { session } = current
    if (session.pending) return waiting(dialogs, current)
    const step = stepOf(dialogs, session)
    if (step.type === 'refer') return { ...current, type: 'asking', request: requestOf(session, false) }
    const known = knownAnswer(dialogs, session)
    if (!known) return waiting(dialogs, current)
    if ('end' in known || 'return' in known) return follow(dialogs, current, known)
    const changed = withConsequence(current, known)
    current =
      'goto' in known ? at(changed, session.dialog, known.goto) : enterDialog(dialogs, changed, known.enter, known.at)
  }
  throw new Error(
    `More than ${MOST_STEPS_WITHOUT_WAITING} steps without a question in dialog "${current.session.dialog}"`,
  )
}

/** The question as it stands, after what was said; where the directory was to be asked, that is done first. */
export function waiting(dialogs: Dialogs, progress: Progress): Advance {
  const { session } = progress
  if (!session.pending && stepOf(dialogs, session).type === 'refer') {
    return { ...progress, type: 'asking', request: requestOf(session, false) }
  }
  return { ...progress, type: 'waiting', prompt: promptOf(dialogs, progress.session), cards: false }
}

/** What is looked up for this session. Without a topic a human contact is looked for (F13). */
export function requestOf(session: Session, person: boolean, oneAlone = false): Request {
  const [first, ...rest] = person || session.seeks.length === 0 ? talkToSomebody : session.seeks
  const age = session.answers.childAge
  return {
    seeks: [first ?? 'talk-to-human', ...rest],
    place: session.place ?? null,
    urgency: session.urgency,
    childAge: age === '0-4' || age === '4-12' || age === '12-18' ? age : null,
    young: session.minor,
    preferences: session.preferences,
    shown: session.shown,
    person,
    ...(session.first === undefined ? {} : { first: session.first }),
    oneAlone,
  }
}

const talkToSomebody: readonly ReferralTopic[] = ['talk-to-human']

function knownAnswer(dialogs: Dialogs, session: Session): (Next<string> & Consequence) | null {
  const step = stepOf(dialogs, session)
  if (step.type === 'place') return session.place === undefined ? null : { goto: step.goto }
  if (step.type !== 'choose') return null
  const skipped = step.notForOther && session.forOther ? (step.skip ?? null) : null
  if (!step.remember) return skipped
  const answer = session.answers[step.remember]
  return answer !== undefined && Object.hasOwn(step.options, answer) ? (step.options[answer] ?? null) : skipped
}

/** The question that was left for this dialog; "back" still leads into it. Whoever left none stands at the first. */
function returned(dialogs: Dialogs, progress: Progress): Progress {
  const { dialog, history } = progress.session
  const left = history.findLast(visited => visited.dialog !== dialog)
  if (!left) return enterDialog(dialogs, progress, 'opening')
  const stood = at(progress, left.dialog, left.step)
  return { ...stood, session: { ...stood.session, pending: left.pending } }
}

function at(progress: Progress, dialog: DialogId, step: string): Progress {
  return { ...progress, session: { ...progress.session, dialog, step, pending: null, unclear: 0 } }
}

function withConsequence(progress: Progress, change: Consequence): Progress {
  const { session } = progress
  const urgency = urgencyOf(change.sets?.when ?? session.answers.when) ?? session.urgency
  return {
    says: change.tell ? [...progress.says, { key: change.tell }] : progress.says,
    effects: [
      ...progress.effects,
      ...(change.minor ? [{ type: 'keep-nothing' } as const] : []),
      ...(change.danger ? [{ type: 'danger', category: change.danger } as const] : []),
    ],
    session: {
      ...session,
      urgency,
      answers: change.sets ? { ...session.answers, ...change.sets } : session.answers,
      seeks: change.seeks ?? session.seeks,
      minor: session.minor || change.minor === true,
      forOther: session.forOther || change.forOther === true,
    },
  }
}

function urgencyOf(when: string | undefined): Session['urgency'] | null {
  if (when === 'today' || when === 'tomorrow') return 'today'
  if (when === 'week') return 'days'
  return when === 'later' ? 'none' : null
}
