import type { Referred, Request } from '../../dialogs/engine/event.js'
import type { CardRef } from '../../services/conversations/outbound.js'
import type { Counts } from '../../services/counting/counts.js'
import type { ReferralAnswer, ReferralQuestion } from '../../services/referrals/referral.js'

export interface Lookup {
  readonly referred: Referred
  readonly cards: readonly CardRef[]
}

const ages = {
  '0-4': { from: 0, to: 4 },
  '4-12': { from: 4, to: 12 },
  '12-18': { from: 12, to: 18 },
} as const

/** Asks the directory what the dialog wants to know, and gives the dialog only what it needs of the answer. */
export function lookUp(
  request: Request,
  language: string,
  find: (question: ReferralQuestion, now: number) => ReferralAnswer,
  counts: Counts,
  now: number,
): Lookup {
  const answer = find(questionOf(request, language), now)
  const [topic] = request.seeks
  void counts.add({ type: 'cards-shown', topic, language }, now)
  if (answer.gap) void counts.add({ type: 'gap', gap: answer.gap }, now)
  const suggestions = request.oneAlone ? answer.suggestions.slice(0, 1) : answer.suggestions
  const cards = suggestions.map(({ record, stop, metres, reasons }): CardRef => ({
    record,
    ...(stop ? { stop } : {}),
    metres,
    reasons,
    topic,
  }))
  return {
    cards,
    referred: {
      type: 'referred',
      outcome: answer.type,
      records: cards.map(({ record }) => record),
      relaxed: answer.type === 'found' ? answer.relaxed : [],
      farther: answer.type === 'found' && answer.farther,
      more: answer.type === 'found' && (answer.more || suggestions.length < answer.suggestions.length),
      oneAlone: request.oneAlone,
      notInTime: answer.gap?.because === 'not-in-time',
    },
  }
}

function questionOf(request: Request, language: string): ReferralQuestion {
  const { preferences } = request
  const gender = preferences.includes('women-only') ? 'women' : preferences.includes('open-to-men') ? 'men' : null
  return {
    topics: request.person ? ['talk-to-human'] : request.seeks,
    urgency: request.urgency,
    near: request.place,
    language,
    age: request.childAge ? ages[request.childAge] : null,
    asker: request.young ? 'young' : 'adult',
    gender,
    preferences,
    shown: request.person ? [] : request.shown,
    ...(request.first === undefined ? {} : { first: request.first }),
    safety: false,
  }
}
