import type { TextKey } from '../../content/text-key.js'
import type { ReferralTopic } from '../../content/vocabulary.js'
import type { DialogId, Question } from './definition.js'
import { enterDialog, settle, type Progress } from './enter.js'
import type { Advance } from './event.js'
import type { Dialogs } from './prompt.js'
import type { Session } from './session.js'

/**
 * Where a topic that was named in words enters the dialogs, what is known by then, and how it is met: worries about money,
 * food and children with the sentence that many people know this (C4).
 */
interface Door {
  readonly dialog: DialogId
  readonly step?: string
  readonly sets?: Partial<Readonly<Record<Question, string>>>
  readonly seeks?: readonly ReferralTopic[]
  readonly acknowledge: TextKey
  /** Said instead of the dialog's own first sentence, unless the worry was met just now. */
  readonly intro?: TextKey
}

const doors: Readonly<Record<ReferralTopic, Door>> = {
  'money-letter': { dialog: 'money', sets: { kind: 'letter' }, acknowledge: 'ack.money' },
  'forms-help': { dialog: 'money', sets: { kind: 'letter' }, acknowledge: 'ack.meeting' },
  'money-debt': { dialog: 'money', sets: { kind: 'debts' }, acknowledge: 'ack.money' },
  'money-cannot-pay': { dialog: 'money', sets: { kind: 'cannot-pay' }, acknowledge: 'ack.money' },
  'money-benefit': { dialog: 'money', sets: { kind: 'benefit' }, acknowledge: 'ack.money' },
  'money-food': { dialog: 'money', step: 'food', acknowledge: 'ack.food', intro: 'food.intro' },
  'parenting-young': {
    dialog: 'parenting',
    step: 'young',
    sets: { childAge: '0-4', parentWish: 'raising' },
    acknowledge: 'ack.parenting',
  },
  'parenting-teen': {
    dialog: 'parenting',
    step: 'teen',
    sets: { childAge: '12-18', parentWish: 'raising' },
    acknowledge: 'ack.parenting',
  },
  'parenting-school': { dialog: 'parenting', sets: { parentWish: 'school' }, acknowledge: 'ack.parenting' },
  'parenting-general': { dialog: 'parenting', sets: { parentWish: 'raising' }, acknowledge: 'ack.parenting' },
  'meeting-people': { dialog: 'referral', seeks: ['meeting-people'], acknowledge: 'ack.meeting' },
  'language-lesson': { dialog: 'referral', seeks: ['language-lesson'], acknowledge: 'ack.meeting' },
  'talk-to-human': { dialog: 'referral', seeks: ['talk-to-human'], acknowledge: 'ack.worry' },
}

/** The kind sentence that meets a topic before anything is asked. */
export const acknowledgement = (topic: ReferralTopic): TextKey => doors[topic].acknowledge

/** Whoever was met with the acknowledgement of a topic is not told by its dialog that many people know this. */
export function met(session: Session, topic: ReferralTopic): Session {
  return { ...session, introduced: [...session.introduced, doors[topic].dialog] }
}

/** Goes to the questions of one topic; what its name already answers is not asked. */
export function enterTopic(dialogs: Dialogs, progress: Progress, topic: ReferralTopic): Advance {
  const door = doors[topic]
  const session: Session = {
    ...progress.session,
    pending: null,
    answers: { ...progress.session.answers, ...whenOf(progress.session), ...door.sets },
    seeks: door.seeks ?? [topic],
  }
  return settle(dialogs, enterDialog(dialogs, introduced({ ...progress, session }, door), door.dialog, door.step))
}

function introduced(progress: Progress, { intro, dialog, acknowledge }: Door): Progress {
  const { session, says } = progress
  if (!intro || says.some(({ key }) => key === acknowledge)) return progress
  return {
    ...progress,
    says: [...says, { key: intro }],
    session: { ...session, introduced: [...session.introduced, dialog] },
  }
}

/** What was said to be urgent needs no question about its date. */
function whenOf({ urgency }: Session): Session['answers'] {
  if (urgency === 'today') return { when: 'today' }
  return urgency === 'days' ? { when: 'week' } : {}
}
