import type { Danger } from '../../services/safety/danger.js'
import type { Loaded } from '../../services/conversations/conversations.js'
import type { Understood } from '../../services/understanding/understood.js'
import { askedAboutUs } from './about-us.js'
import type { Answer } from './answer.js'
import { cardDetail } from './card-detail.js'
import { languageChosen, offerLanguage, sayNotSpoken } from './choose-language.js'
import { askAgain, decide, safetyMessage, type DecideParts, type Standing } from './decide.js'
import { eventOf, expectationOf } from './event-of.js'
import { goOnHere } from './go-on-elsewhere.js'
import type { Inbound } from './inbound.js'
import { languageNotSpoken, languageToOffer } from './language-offer.js'
import { languageMenu } from './opening.js'
import { readStart } from './read-start.js'
import { standingOf, withMessages } from './standing-of.js'
import type { TurnParts } from './turn-parts.js'

/** What a message leads to. Pure but for counts: nothing is read or written. */
export function answerTo(said: Inbound, loaded: Loaded, danger: Danger | null, parts: TurnParts): Answer {
  const inbound = readStart(said, parts)
  const now = parts.clock()
  const decideParts: DecideParts = { ...parts, live: parts.live(), now }
  const standing = standingOf(inbound, loaded, parts, decideParts)
  if (danger?.type === 'ask-gently') {
    const heard = decide(standing, eventOf(inbound, standing, parts), decideParts)
    const asked = safetyMessage(standing.language, { ...danger, type: 'gentle' })
    const { opened } = standing.conversation
    const conversation = { ...heard.conversation, opened, gentle: danger.category, offered: asked.offers }
    return { ...heard, messages: [asked], memoryOnly: true, conversation }
  }
  if (inbound.late === 'silent') return unsaid(standing)
  if (inbound.late === 'answer') return askAgain(standing, [{ key: 'late' }], decideParts)
  if (inbound.content.type === 'open') return opened(standing, inbound, decideParts)
  if (inbound.content.type === 'continue') return goOnHere(standing, inbound, decideParts)
  if (inbound.content.type === 'card') return cardDetail(inbound.content.card, standing, decideParts)
  return ordinary(inbound, standing, parts, decideParts)
}

/** Heard, and answered together with the next message. */
function unsaid({ conversation, memoryOnly }: Standing): Answer {
  return { messages: [], memoryOnly, wiped: false, conversation }
}

const MOST_TIMES_ASKED = 2

function ordinary(inbound: Inbound, standing: Standing, parts: TurnParts, decideParts: DecideParts): Answer {
  const { content } = inbound
  const understood = content.type === 'text' ? parts.understand(content.text, expectationOf(standing, parts)) : null
  const option =
    content.type === 'option' ? content.id : understood?.meaning.type === 'choice' ? understood.meaning.option : null
  const { gentle } = standing.conversation
  if (gentle && option === 'yes') {
    void parts.counts.add({ type: 'safety', category: gentle }, decideParts.now)
    const card = safetyMessage(standing.language, {
      type: 'card',
      category: gentle,
      minor: standing.session.minor,
      about: 'self',
    })
    return withMessages(standing, [card], true)
  }
  if (gentle && option === 'no') return askAgain(standing, [{ key: 'ack.worry' }], decideParts)
  if (option === 'go-on') return askAgain(standing, [], decideParts)
  if (option?.startsWith('lang:'))
    return languageChosen(option.slice('lang:'.length), inbound, standing, parts, decideParts)
  const offer = understood && languageToOffer(understood, standing, parts.table)
  const noted = withNotes(standing, inbound, understood, parts)
  if (offer) return offerLanguage(offer, inbound, noted, parts, decideParts)
  const notSpoken = understood && languageNotSpoken(understood, standing, parts.table)
  if (notSpoken) return sayNotSpoken(notSpoken, inbound, noted, parts, decideParts)
  const { opened, language, lastNumber } = standing.conversation
  // The languages are asked for twice at most; who then writes something else goes on, and can still choose (Never 21).
  if (!opened && !language && !inbound.proposedLanguage && lastNumber < MOST_TIMES_ASKED) {
    if (understood?.meaning.type !== 'topics') {
      const asked = askedAboutUs(eventOf(inbound, standing, parts)) ?? standing.conversation.asked
      const waits = { ...noted, conversation: { ...noted.conversation, asked } }
      return withMessages(waits, [languageMenu(parts.table, standing.language)])
    }
  }
  return decide(noted, eventOf(inbound, standing, parts), decideParts)
}

/** Before its answer a message may be told what was not kept; a stated minor is kept in memory only from here (E7, H2). */
function withNotes(
  standing: Standing,
  { content }: Inbound,
  understood: Understood | null,
  parts: TurnParts,
): Standing {
  const minor = standing.session.minor || understood?.minor === true
  const held = content.type === 'text' ? parts.holdsPersonal(content.text) : 'nothing'
  const man = content.type === 'text' && parts.saysMan(content.text, standing.language)
  const wishes = [...(man ? ['open-to-men' as const] : []), ...(understood?.quiet ? ['quiet-and-small' as const] : [])]
  const { preferences } = standing.session
  const note =
    held === 'number'
      ? ({ key: 'kept.masked' } as const)
      : held === 'address'
        ? ({ key: 'where.not-kept' } as const)
        : null
  return {
    ...standing,
    memoryOnly: standing.memoryOnly || minor,
    session: {
      ...standing.session,
      minor,
      preferences: [...new Set([...wishes, ...preferences])],
    },
    before: note ? [...standing.before, note] : standing.before,
  }
}

/** The conversation was opened: the opening and the first question, or the languages to choose from (B2). */
function opened(standing: Standing, inbound: Inbound, decideParts: DecideParts): Answer {
  void decideParts.counts.add({ type: 'opened', channel: inbound.channel }, decideParts.now)
  const known = standing.conversation.language ?? standing.conversation.proposed
  if (!known) return withMessages(standing, [languageMenu(decideParts.table, standing.language)])
  return askAgain(standing, [], decideParts)
}
