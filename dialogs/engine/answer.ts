import type { Phrase } from '../../content/phrase.js'
import { preferences, type ReferralTopic, type Urgency } from '../../content/vocabulary.js'
import { follow, settle, waiting, type Progress } from './enter.js'
import type { Advance } from './event.js'
import { isShown, stepOf, type Dialogs } from './prompt.js'
import { MOST_VISITS, type Session, type SessionPlace, type Visit } from './session.js'
import { enterTopic } from './topics.js'

/** One of the options that were on offer. An id that is not on offer changes nothing: the question is asked again. */
export function choose(dialogs: Dialogs, progress: Progress, option: string): Advance {
  const { session } = progress
  if (session.pending) return choosePending(dialogs, progress, option)
  const step = stepOf(dialogs, session)
  const visited = visit(progress)
  switch (step.type) {
    case 'place':
      if (option !== 'skip') return waiting(dialogs, progress)
      return follow(dialogs, withPlace(visited, null), step.skip)
    case 'prefer':
      return prefer(dialogs, visited, option, step.goto)
    case 'refer':
      return waiting(dialogs, progress)
    case 'choose': {
      if (option === 'skip' && step.skip) return follow(dialogs, visited, step.skip)
      // An id comes from outside: "constructor" is no option, though every object has one.
      const chosen = Object.hasOwn(step.options, option) ? step.options[option] : undefined
      if (!chosen || !isShown(chosen, session)) return waiting(dialogs, progress)
      if (chosen.only === 'queued') return nextTopic(dialogs, visited)
      const cleared = option === 'else' ? forNewTopic(visited) : visited
      return follow(dialogs, step.remember ? remember(cleared, step.remember, option) : cleared, chosen)
    }
  }
}

/**
 * Places that were named: one is taken, or kept for when it is needed; of several it is asked which, as soon as a place is
 * needed. Never guessed (F10).
 */
export function place(dialogs: Dialogs, progress: Progress, places: readonly SessionPlace[]): Advance {
  const { session } = progress
  const [first] = places
  if (!first) return waiting(dialogs, progress)
  const step = stepOf(dialogs, session)
  const asked = step.type === 'place' || session.pending?.type === 'which-place'
  const after = session.dialog === 'referral' && session.step !== 'where'
  if (places.length > 1) {
    if (!asked && !after) return waiting(dialogs, progress)
    const there = visit(progress).session
    const step = after ? 'where' : session.step
    return waiting(dialogs, {
      ...progress,
      session: { ...there, step, pending: { type: 'which-place', places }, unclear: 0 },
    })
  }
  const taken = withPlace(asked ? visit(progress) : progress, first)
  if (asked) return settle(dialogs, { ...taken, session: { ...taken.session, pending: null } })
  return after
    ? settle(dialogs, { ...taken, session: { ...taken.session, step: 'refer', shown: [] } })
    : waiting(dialogs, taken)
}

/** Remembers where we were, so that "back" can return there. */
export function visit(progress: Progress): Progress {
  const { session } = progress
  const { dialog, step, pending, answers, seeks, queue, urgency, forOther, preferences, preferencePage } = session
  const known = { dialog, step, pending, answers, seeks, queue, urgency, forOther, preferences, preferencePage }
  const here: Visit = session.place === undefined ? known : { ...known, place: session.place }
  return { ...progress, session: { ...session, history: [...session.history, here].slice(-MOST_VISITS) } }
}

function choosePending(dialogs: Dialogs, progress: Progress, option: string): Advance {
  const { session } = progress
  const { pending } = session
  if (pending?.type === 'which-place') {
    const chosen = pending.places.find(({ area }) => option === `area:${area}`)
    if (!chosen && option !== 'skip') return waiting(dialogs, progress)
    const taken = withPlace(visit(progress), chosen ?? null)
    return settle(dialogs, { ...taken, session: { ...taken.session, pending: null } })
  }
  const topic = pending?.topics.find(candidate => option === `topic:${candidate}` || option === 'skip')
  if (!topic) return waiting(dialogs, progress)
  const queue = (pending?.topics ?? []).filter(candidate => candidate !== topic)
  const visited = visit(progress)
  const cleared: Progress = { ...visited, session: { ...visited.session, pending: null, queue } }
  return enterTopic(dialogs, cleared, topic)
}

function prefer(dialogs: Dialogs, progress: Progress, option: string, goto: string): Advance {
  const { session } = progress
  if (option === 'more-wishes') {
    return waiting(dialogs, { ...progress, session: { ...session, preferencePage: session.preferencePage + 1 } })
  }
  const chosen = preferences.find(preference => preference === option)
  if (!chosen && option !== 'no-wish' && option !== 'skip') return waiting(dialogs, progress)
  const wished = chosen ? [chosen, ...session.preferences] : []
  const wish: Session = { ...session, preferences: wished, preferencePage: 0, shown: [] }
  return follow(dialogs, { ...progress, session: wish }, { goto })
}

function nextTopic(dialogs: Dialogs, progress: Progress): Advance {
  const [next, ...queue] = progress.session.queue
  const cleared = forNewTopic(progress)
  if (!next) return follow(dialogs, cleared, { enter: 'opening' })
  return enterTopic(dialogs, { ...cleared, session: { ...cleared.session, queue } }, next)
}

/** A new question keeps the area and the wishes, and forgets what was answered about the last one. */
export function forNewTopic(progress: Progress): Progress {
  const { session } = progress
  return {
    ...progress,
    session: { ...session, answers: {}, seeks: [], urgency: 'none', more: false, preferencePage: 0, shown: [] },
  }
}

function remember(progress: Progress, question: keyof Session['answers'], option: string): Progress {
  const { session } = progress
  return { ...progress, session: { ...session, answers: { ...session.answers, [question]: option } } }
}

function withPlace(progress: Progress, where: SessionPlace | null): Progress {
  return { ...progress, session: { ...progress.session, place: where } }
}

/** Begins a topic that was named in words. */
export function named(
  dialogs: Dialogs,
  progress: Progress,
  topics: readonly ReferralTopic[],
  says: readonly Phrase[],
  urgency: Urgency,
): Advance {
  const fresh = forNewTopic(visit(progress))
  const cleared: Progress = { ...fresh, session: { ...fresh.session, urgency } }
  const [first, ...rest] = topics
  if (!first) return waiting(dialogs, progress)
  if (rest.length > 0) {
    const session: Session = { ...cleared.session, pending: { type: 'which-first', topics } }
    return waiting(dialogs, { ...cleared, session, says })
  }
  return enterTopic(dialogs, { ...cleared, says }, first)
}
