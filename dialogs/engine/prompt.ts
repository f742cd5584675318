import type { Phrase } from '../../content/phrase.js'
import type { TermKey, TextKey } from '../../content/text-key.js'
import { preferences, type Preference } from '../../content/vocabulary.js'
import type { Dialog, DialogId, Option, Step } from './definition.js'
import type { Offer, Prompt } from './event.js'
import type { Session } from './session.js'

export type Dialogs = Readonly<Record<DialogId, Dialog>>

/**
 * The version of all dialogs together. It changes when any of them does: a route runs through several, and an open
 * conversation whose history names a step that is gone must begin again.
 */
export function versionOf(dialogs: Dialogs): number {
  return Object.values(dialogs).reduce((sum, { version }) => sum + version, 0)
}

/** A page of wishes holds this many, beside "another wish" and "no wish" (A7). */
export const PREFERENCES_A_PAGE = 4

/** The step that waits. Throws where a stored session names a step that is gone: `resume` must be asked first. */
export function stepOf(dialogs: Dialogs, session: Session): Step<string> {
  const step = dialogs[session.dialog].steps[session.step]
  if (!step)
    throw new Error(`No step "${session.step}" in dialog "${session.dialog}": call resume() on stored sessions first`)
  return step
}

/** The question that waits for an answer. Made from the session alone, so it can be asked again in any language. */
export function promptOf(dialogs: Dialogs, session: Session): Prompt {
  if (session.pending) return pendingPrompt(session)
  const step = stepOf(dialogs, session)
  const say = (key: TextKey, again: TextKey): Phrase => ({ key: session.unclear === 1 ? again : key })
  switch (step.type) {
    case 'choose':
      return { say: say(step.say, step.again), offers: chooseOffers(step, session), place: false }
    case 'place':
      return { say: say(step.say, step.again), offers: [skipOffer('action.skip')], place: true }
    case 'prefer':
      return { say: say(step.say, step.again), offers: preferOffers(session), place: false }
    case 'refer':
      throw new Error('A "refer" step never waits: advance() goes on from it')
  }
}

function chooseOffers(step: Extract<Step<string>, { type: 'choose' }>, session: Session): readonly Offer[] {
  const offers = Object.entries(step.options)
    .filter(([, option]) => isShown(option, session))
    .map(([id, option]): Offer => ({
      id,
      label: { text: option.label },
      ...(option.icon ? { icon: option.icon } : {}),
    }))
  return step.skip && !step.skip.unseen ? [...offers, skipOffer(step.skip.label ?? 'action.skip')] : offers
}

/** Whether an option can be chosen now. A `preset` one never can: another choice sets it. */
export function isShown(option: Option<string>, session: Session): boolean {
  switch (option.only) {
    case 'queued':
      return session.queue.length > 0
    case 'more':
      return session.more
    case 'preset':
      return false
    default:
      return true
  }
}

/** Wishes not yet tapped, a page at a time. */
function preferOffers(session: Session): readonly Offer[] {
  const left = preferences.filter(preference => !session.preferences.includes(preference))
  const pages = Math.max(1, Math.ceil(left.length / PREFERENCES_A_PAGE))
  const from = (session.preferencePage % pages) * PREFERENCES_A_PAGE
  const page = left
    .slice(from, from + PREFERENCES_A_PAGE)
    .map((id): Offer => ({ id, label: { term: preferenceTerm(id) } }))
  const more: Offer[] = pages > 1 ? [{ id: 'more-wishes', label: { text: 'wish.more' } }] : []
  return [...page, ...more, { id: 'no-wish', label: { text: 'wish.none' } }]
}

/** The term that names a preference. */
export function preferenceTerm(preference: Preference): TermKey {
  return `preference.${preference}`
}

function pendingPrompt({ pending, unclear }: Session): Prompt {
  if (pending?.type === 'which-place') {
    const offers = pending.places.map((place): Offer => ({ id: `area:${place.area}`, label: { name: place.area } }))
    return {
      say: { key: unclear === 1 ? 'where.again' : 'where.which' },
      offers: [...offers, skipOffer('action.skip')],
      place: true,
    }
  }
  const topics = pending?.topics ?? []
  const offers = topics.map((topic): Offer => ({ id: `topic:${topic}`, label: { term: `topic.${topic}` } }))
  return { say: { key: 'which.ask' }, offers, place: false }
}

const skipOffer = (text: TextKey): Offer => ({ id: 'skip', label: { text } })
