import type { CardDetail } from '../../services/conversations/outbound.js'
import { freshness } from '../../services/referrals/freshness.js'
import type { Answer } from './answer.js'
import { askAgain, type DecideParts, type Standing } from './decide.js'
import { message } from './opening.js'

/** More of a place that was shown. The question stays as it is; a place that may be shown no more is not (L5). */
export function cardDetail(card: CardDetail, standing: Standing, parts: DecideParts): Answer {
  const record = parts.live.snapshot.records.get(card.record)
  const shown = record !== undefined && isServed(freshness(record, parts.now))
  if (!shown) return askAgain(standing, [{ key: 'place.not-found' }], parts)
  const { conversation, session } = standing
  const said = { ...message(standing.language, []), always: false, detail: card }
  return {
    messages: [...standing.first, said],
    memoryOnly: standing.memoryOnly,
    wiped: false,
    conversation: { ...conversation, session },
  }
}

const isServed = (state: ReturnType<typeof freshness>): boolean => state === 'fresh' || state === 'call-first'
