import type { Phrase } from '../../content/phrase.js'
import type { ReferralTopic } from '../../content/vocabulary.js'
import { choose, forNewTopic, named, place, visit } from './answer.js'
import { command, person } from './command.js'
import { enterDialog, settle, waiting, type Progress } from './enter.js'
import type { Advance, Event, Referred } from './event.js'
import { preferenceTerm, promptOf, type Dialogs } from './prompt.js'
import { MOST_SHOWN, type Session } from './session.js'
import { acknowledgement } from './topics.js'

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
    case 'command':
      return command(dialogs, understood(progress), event.command)
    case 'greeting':
      return waiting(dialogs, say(progress, { key: 'welcome.back' }))
    case 'attachment':
      return waiting(dialogs, say(progress, { key: 'attachment' }))
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
  return named(dialogs, { ...progress, session }, event.topics, says, event.urgency)
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

function referredSays(session: Session, answer: Referred): readonly Phrase[] {
  const relaxed = answer.relaxed.map(preference => ({ term: preferenceTerm(preference) }))
  const apology = session.unclear > 2
  return [
    ...(apology ? [] : [{ key: referredKey(session, answer) }]),
    ...(answer.farther && answer.outcome === 'found' ? [{ key: 'refer.farther' } as const] : []),
    ...(relaxed.length > 0 ? [{ key: 'refer.relaxed', values: { preference: { list: relaxed } } } as const] : []),
  ]
}

function referredKey(session: Session, { outcome, notInTime }: Referred): Phrase['key'] {
  const seekingPerson = session.seeks.length === 0 || session.seeks[0] === 'talk-to-human'
  if (outcome === 'general') return session.shown.length > 0 ? 'refer.nothing-more' : 'refer.general'
  if (notInTime) return 'refer.urgent.none'
  if (session.urgency !== 'none' && session.seeks.some(isPaperwork)) return 'refer.urgent'
  if (session.seeks[0] === 'money-food') return 'refer.food'
  if (session.forOther) return 'refer.found.other'
  return seekingPerson ? 'refer.person' : 'refer.found'
}

const understood = (progress: Progress): Progress => ({ ...progress, session: { ...progress.session, unclear: 0 } })
const say = (progress: Progress, phrase: Phrase): Progress => ({ ...progress, says: [...progress.says, phrase] })

/** What a letter belongs to, so that "bring the letter" makes sense. */
const isPaperwork = (topic: ReferralTopic): boolean => topic.startsWith('money-') && topic !== 'money-food'
