import type { Phrase } from '../../content/phrase.js'
import type { Snapshot } from '../../content/snapshot.js'
import { questionsAboutUs, type QuestionAboutUs } from '../../content/vocabulary.js'
import { advance } from '../../dialogs/engine/advance.js'
import type { Event } from '../../dialogs/engine/event.js'
import type { Dialogs } from '../../dialogs/engine/prompt.js'
import type { Session } from '../../dialogs/engine/session.js'
import type { Conversation } from '../../services/conversations/conversation.js'

/** The answers on who runs and pays this are true of this pack alone (A4). */
export function trueOfPack(says: readonly Phrase[], { info }: Snapshot): readonly Phrase[] {
  return says.map(phrase => {
    if (phrase.key === 'about.answer.who') {
      return info.runBy
        ? { key: phrase.key, values: { runBy: { name: info.runBy } } }
        : { key: 'about.answer.who.demo' }
    }
    if (phrase.key === 'about.answer.pays') {
      return info.paidBy
        ? { key: phrase.key, values: { paidBy: { name: info.paidBy } } }
        : { key: 'about.answer.pays.demo' }
    }
    return phrase
  })
}

/** What is asked about the chat itself; null for everything else. */
export function askedAboutUs(event: Event): QuestionAboutUs | null {
  if (event.type !== 'command') return null
  return questionsAboutUs.find(question => question === event.command) ?? null
}

/** The answer to what was asked about the chat before there was a language to answer in; empty when nothing was. */
export function answerToEarlier(
  { asked }: Conversation,
  session: Session,
  dialogs: Dialogs,
  snapshot: Snapshot,
): readonly Phrase[] {
  return asked ? trueOfPack(advance(dialogs, session, { type: 'command', command: asked }).says, snapshot) : []
}
