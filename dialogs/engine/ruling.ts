import { forNewTopic, named, visit } from './answer.js'
import { requestOf, type Progress } from './enter.js'
import type { Advance, Event } from './event.js'
import type { Dialogs } from './prompt.js'
import type { Session } from './session.js'
import { acknowledgement, met } from './topics.js'
import type { ReferralTopic } from '../../content/vocabulary.js'

/** Who looks into a right or an amount when no topic was named with it. */
const WITHOUT_TOPIC: readonly ReferralTopic[] = ['money-benefit', 'money-letter']

/**
 * Nothing is computed and nothing is decided: it is said so, and the one place that can look into it is shown at once
 * (D3). Whoever asks for food is asked first whether there is any today (D6).
 */
export function ruling(dialogs: Dialogs, progress: Progress, event: Extract<Event, { type: 'ruling' }>): Advance {
  const food = event.topics.find(topic => topic === 'money-food')
  const [first, ...queue] = event.topics
  const asked: Session = { ...progress.session, forOther: progress.session.forOther || event.about === 'other' }
  const says = [{ key: 'ruling.cannot' }] as const
  if (food) {
    const hungry = { ...progress, session: met(asked, food) }
    return named(dialogs, hungry, [food], [{ key: acknowledgement(food) }, ...says], event.urgency)
  }
  const { session } = forNewTopic(visit({ ...progress, session: asked }))
  const sought: Session = {
    ...session,
    dialog: 'referral',
    step: 'refer',
    pending: null,
    seeks: first ? [first] : WITHOUT_TOPIC,
    queue: queue.length > 0 ? queue : session.queue,
    urgency: event.urgency,
  }
  return { ...progress, says, session: sought, type: 'asking', request: requestOf(sought, false, true) }
}
