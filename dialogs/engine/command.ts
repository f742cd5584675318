import type { TextKey } from '../../content/text-key.js'
import type { Command } from '../../content/vocabulary.js'
import { choose, visit } from './answer.js'
import { enterDialog, requestOf, settle, waiting, type Progress } from './enter.js'
import type { Advance } from './event.js'
import { stepOf, type Dialogs } from './prompt.js'
import { newSession, type Session } from './session.js'

/** What works in every state (A8, A9). After an answer that changes nothing, the same question is asked again. */
export function command(dialogs: Dialogs, progress: Progress, what: Command): Advance {
  const { session } = progress
  switch (what) {
    case 'back':
      return back(dialogs, progress)
    case 'skip':
      return choose(dialogs, progress, 'skip')
    case 'restart':
      return settle(dialogs, enterDialog(dialogs, { ...progress, session: afresh(session) }, 'opening'))
    case 'stop':
      return { ...say(progress, 'bye.stop'), type: 'finished', session: { ...afresh(session), finished: true } }
    case 'later':
      return { ...say(progress, 'bye.later'), type: 'finished' }
    case 'wipe':
      return { ...progress, type: 'finished', session: afresh(session), effects: [{ type: 'wipe' }] }
    case 'person':
      return person(progress)
    case 'language':
      return waiting(dialogs, { ...progress, effects: [{ type: 'choose-language' }] })
    case 'elsewhere':
      // What is truly offered is known outside of a dialog: the turn puts it in the place of this sentence.
      return waiting(dialogs, say(progress, 'elsewhere.none'))
    case 'not-safe':
      return waiting(dialogs, { ...progress, effects: [{ type: 'danger', category: 'acute-danger' }] })
    case 'more':
      return more(dialogs, progress)
    case 'who-are-you':
      return waiting(dialogs, say(progress, 'about.answer.who'))
    case 'who-pays':
      return waiting(dialogs, say(progress, 'about.answer.pays'))
    case 'touches-benefit':
      return waiting(dialogs, say(progress, 'about.answer.benefit'))
    case 'takes-children':
      return waiting(dialogs, say(progress, 'about.answer.children'))
    case 'what-is-kept':
      return waiting(dialogs, say(progress, 'kept.answer'))
    case 'help':
      return waiting(dialogs, say(progress, 'help.how'))
  }
}

/** A human contact now, wherever we are; "back" returns to the question (A8). */
export function person(progress: Progress): Advance {
  const visited = visit(progress)
  const session: Session = {
    ...visited.session,
    dialog: 'referral',
    step: 'refer',
    pending: null,
    seeks: ['talk-to-human'],
  }
  return { ...visited, session, type: 'asking', request: requestOf(session, true) }
}

function back(dialogs: Dialogs, progress: Progress): Advance {
  const { session } = progress
  const last = session.history.at(-1)
  if (!last) return waiting(dialogs, say(progress, 'back.none'))
  const { place, ...visited } = last
  const { place: _forgotten, ...rest } = session
  const returned: Session = { ...rest, ...visited, unclear: 0, history: session.history.slice(0, -1) }
  return waiting(dialogs, { ...progress, session: place === undefined ? returned : { ...returned, place } })
}

function more(dialogs: Dialogs, progress: Progress): Advance {
  const step = stepOf(dialogs, progress.session)
  const offered = step.type === 'choose' && 'more' in step.options && progress.session.more
  return offered ? choose(dialogs, progress, 'more') : waiting(dialogs, progress)
}

function say(progress: Progress, key: TextKey): Progress {
  return { ...progress, says: [...progress.says, { key }] }
}

/** A new start forgets everything but that a minor is talking. */
function afresh({ minor, version }: Session): Session {
  return { ...newSession(version), minor }
}
