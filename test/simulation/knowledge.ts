import { createSnapshot } from '../../content/snapshot.js'
import { days } from '../../content/vocabulary.js'
import { dialogs } from '../../dialogs/index.js'
import type { RenderSources } from '../../bot/rendering/render-message.js'
import { offerLabel } from '../../bot/rendering/render-message.js'
import type { TurnParts } from '../../bot/turn/turn-parts.js'
import type { Clock } from '../../services/clock.js'
import type { Conversations } from '../../services/conversations/conversations.js'
import { createFindPlaces } from '../../services/places/find-places.js'
import { placeAt } from '../../services/places/place-at.js'
import { mask } from '../../services/privacy/mask.js'
import { createFindReferrals } from '../../services/referrals/find-referrals.js'
import { createCheckDanger } from '../../services/safety/check-danger.js'
import { createSafetyCard } from '../../services/safety/safety-card.js'
import { createStatedMinor } from '../../services/safety/stated-minor.js'
import { localTime } from '../../services/schedule/local-time.js'
import { createOpenings } from '../../services/schedule/openings.js'
import { createSaysMan } from '../../services/understanding/says-man.js'
import { createUnderstand } from '../../services/understanding/understand.js'
import { contentOf } from '../app/test-app.js'

const content = contentOf()
const { texts, table } = content
const openings = createOpenings(content.calendar)
const snapshot = createSnapshot(content.pack)
const findReferrals = createFindReferrals(snapshot, { openings })
const live = { snapshot, findReferrals }
const safetyWords = createSafetyCard({
  texts: content.safetyTexts,
  cards: content.safetyCards,
  numbers: content.safetyNumbers,
})
const understandAnew = createUnderstand({
  words: content.understandingWords,
  languages: table,
  findPlaces: createFindPlaces(snapshot.gazetteer),
  statedMinor: createStatedMinor(content.dangerWords),
})
/** The same words mean the same again, so each is worked out once for all runs. */
const understand = remembered(understandAnew)
const saysMan = remembered(createSaysMan(content.understandingWords))
const masked = remembered((words: string) => mask(words).masked.length)

/** Reads only; the same for all processes that were ever simulated. */
export const checkDanger = remembered(createCheckDanger(content.dangerWords))

export const renderSourcesAt = (clock: Clock): RenderSources => ({
  texts,
  snapshot,
  openings,
  now: clock(),
  table,
  safetyWords,
})

/** What a turn needs, made as `bot/compose.ts` makes it. Nothing is counted. */
export function turnPartsOf(conversations: Conversations, clock: Clock, trouble: (error: unknown) => void): TurnParts {
  return {
    live: () => live,
    dialogs,
    table,
    placeOfCode: () => null,
    startText: () => '',
    elsewhere: { offer: async () => ({ key: 'late' }), take: async () => null },
    conversations,
    counts: { add: async () => undefined },
    checkDanger,
    understand: (text, expectation) => understand(text, expectation, days[localTime(clock()).dayOfWeek - 1]),
    saysMan,
    holdsPersonal: text => (masked(text) === 0 ? 'nothing' : 'number'),
    placeAt: position => placeAt(snapshot.gazetteer, position),
    labelOf: (offer, language) => offerLabel(offer, language, { texts, table, safetyWords }),
    clock,
    trouble,
  }
}

function remembered<Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const known = new Map<string, Result>()
  return (...args) => {
    const name = JSON.stringify(args)
    const found = known.get(name) ?? compute(...args)
    known.set(name, found)
    return found
  }
}
