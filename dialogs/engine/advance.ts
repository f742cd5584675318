import type { Phrase } from '../../content/phrase.js'
import type { TextKey } from '../../content/text-key.js'
import type { ReferralTopic } from '../../content/vocabulary.js'
import { choose, forNewTopic, named, place, visit } from './answer.js'
import { command, person } from './command.js'
import { enterDialog, settle, waiting, type Progress } from './enter.js'
import type { Advance, Event, Referred } from './event.js'
import { preferenceTerm, promptOf, type Dialogs } from './prompt.js'
import { MOST_SHOWN, type Session } from './session.js'
import { ruling } from './ruling.js'
import { acknowledgement, met } from './topics.js'

/**
 * One step of a conversation. Pure and total: every event in every session gives an answer, and nothing outside is
 * touched. What it needs from outside is the `request` of an `asking` result; its answer comes back as `referred`.
 */
export function advance(dialogs: Dialogs, stored: Session, event: Event): Advance {
  const session = stored.finished && event.type !== 'referred' ? { ...stored, finished: false } : stored
  const progress: Progress = { session, says: [], effects: [] }
  switch (event.type) {
    case 'start':
      return settle(dialogs, progress)
    case 'choice':
      return choose(dialogs, understood(progress), event.option)
    case 'place':
      return place(dialogs, understood(progress), event.places)
    case 'topics':
      return topics(dialogs, understood(progress), event)
    case 'ruling':
      return ruling(dialogs, understood(progress), event)
    case 'command':
      return command(dialogs, understood(progress), event.command)
    case 'greeting':
      return inPassing(dialogs, progress, 'welcome.back')
    case 'attachment':
      return inPassing(dialogs, progress, 'attachment')
    case 'unclear':
      return unclear(dialogs, progress)
    case 'referred':
      return referred(dialogs, progress, event)
  }
}

/** The worry is met first, then what was understood is said, then at most one question (C4). */
function topics(dialogs: Dialogs, progress: Progress, event: Extract<Event, { type: 'topics' }>): Advance {
  const [first, ...rest] = event.topics
  if (!first) return waiting(dialogs, progress)
  const session: Session = { ...progress.session, forOther: progress.session.forOther || event.about === 'other' }
  const heard: Phrase = { key: 'heard.topic', values: { topic: { term: `topic.${first}` } } }
  const says: Phrase[] = [{ key: acknowledgement(first) }, ...(rest.length > 0 ? [] : [heard])]
  return named(dialogs, { ...progress, session: met(session, first) }, event.topics, says, event.urgency)
}

/** Something small, said before the question in its full words; not understanding is counted on from where it was. */
function inPassing(dialogs: Dialogs, progress: Progress, key: TextKey): Advance {
  const { session } = progress
  const asked = waiting(dialogs, say({ ...progress, session: { ...session, unclear: 0 } }, { key }))
  return { ...asked, session: { ...asked.session, unclear: session.unclear } }
}

/** A shorter question, then the menu, then a person; the same words never come a third time (A7). */
function unclear(dialogs: Dialogs, progress: Progress): Advance {
  const times = progress.session.unclear + 1
  const session: Session = { ...progress.session, unclear: times }
  if (times === 1) return waiting(dialogs, { ...progress, session })
  if (times > 2) return person(say({ ...progress, session }, { key: 'again.person' }))
  const afresh = forNewTopic(visit(say({ ...progress, session }, { key: 'again.menu' })))
  const menu = enterDialog(dialogs, afresh, 'opening')
  return waiting(dialogs, { ...menu, session: { ...menu.session, unclear: times } })
}

function referred(dialogs: Dialogs, progress: Progress, answer: Referred): Advance {
  const { session } = progress
  const shown = [...session.shown, ...answer.records].slice(-MOST_SHOWN)
  const after: Session = {
    ...session,
    dialog: 'referral',
    step: 'after',
    pending: null,
    shown,
    more: answer.more,
    unclear: 0,
  }
  const says = referredSays(session, answer)
  return { session: after, says, effects: [], type: 'waiting', prompt: promptOf(dialogs, after), cards: true }
}

/** One sentence, and beside it a line on what was left out: with what was said before and the question there are three (C1). */
function referredSays(session: Session, answer: Referred): readonly Phrase[] {
  const relaxed = answer.relaxed.map(preference => ({ term: preferenceTerm(preference) }))
  const led = session.unclear > 2 || (answer.oneAlone === true && isFoundHere(answer) && session.urgency === 'none')
  return [
    ...(led ? [] : [{ key: referredKey(session, answer) }]),
    ...(relaxed.length > 0 ? [{ key: 'refer.relaxed', values: { preference: { list: relaxed } } } as const] : []),
  ]
}

const isFoundHere = ({ outcome, farther, notInTime }: Referred) => outcome === 'found' && !farther && !notInTime

/** That it is farther away stands on each card too (F10), so what hurries goes before it. */
function referredKey(session: Session, { outcome, notInTime, farther }: Referred): Phrase['key'] {
  const seekingPerson = session.seeks.length === 0 || session.seeks[0] === 'talk-to-human'
  if (outcome === 'general') return session.shown.length > 0 ? 'refer.nothing-more' : 'refer.general'
  if (notInTime) return 'refer.urgent.none'
  if (session.urgency !== 'none' && session.seeks.some(isPaperwork)) return 'refer.urgent'
  if (session.seeks[0] === 'money-food') return 'refer.food'
  if (farther) return 'refer.farther'
  if (session.forOther) return 'refer.found.other'
  return seekingPerson ? 'refer.person' : 'refer.found'
}

const understood = (progress: Progress): Progress => ({ ...progress, session: { ...progress.session, unclear: 0 } })
const say = (progress: Progress, phrase: Phrase): Progress => ({ ...progress, says: [...progress.says, phrase] })

/** What a letter belongs to, so that "bring the letter" makes sense. */
const isPaperwork = (topic: ReferralTopic): boolean => topic.startsWith('money-') && topic !== 'money-food'
