import type { OtherLanguage } from '../../content/language-table.js'
import type { Phrase } from '../../content/phrase.js'
import type { Event } from '../../dialogs/engine/event.js'
import { acknowledgement } from '../../dialogs/engine/topics.js'
import type { Conversation } from '../../services/conversations/conversation.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import { askedAboutUs } from './about-us.js'
import type { Answer } from './answer.js'
import { askAgain, decide, type DecideParts, type Standing } from './decide.js'
import { eventOf } from './event-of.js'
import type { Inbound } from './inbound.js'
import { languageMenu, message, openingMessage } from './opening.js'
import { keptPhrase, withMessages } from './standing-of.js'
import type { TurnParts } from './turn-parts.js'

/** A choice of language beats everything, keeps place and answers, and asks the same question in the new language (B3). */
export function languageChosen(
  code: string,
  inbound: Inbound,
  standing: Standing,
  parts: TurnParts,
  decideParts: DecideParts,
): Answer {
  if (!parts.table.isOffered(code)) return withMessages(standing, [languageMenu(parts.table, standing.language)])
  void parts.counts.add({ type: 'language-chosen', language: code }, decideParts.now)
  const conversation = { ...standing.conversation, language: code }
  const toldOpening = standing.conversation.opened && standing.conversation.language !== null
  const first = toldOpening ? [] : [openingMessage(decideParts.live.snapshot, parts.table, code)]
  const before = toldOpening
    ? [{ key: 'language.set', values: { language: { language: code } } } as const]
    : [keptPhrase(inbound)]
  return askAgain(
    { ...standing, conversation, language: code, first, before },
    toldOpening ? [] : heardBefore(standing),
    decideParts,
  )
}

/** What was written before a language was known is met now (C4). */
function heardBefore({ session }: Standing): readonly Phrase[] {
  const [topic] = session.pending?.type === 'which-first' ? session.pending.topics : session.seeks
  return topic ? [{ key: acknowledgement(topic) }] : []
}

/** A language is only proposed, in both languages; what was said meanwhile is understood and kept as options (B2). */
export function offerLanguage(
  code: string,
  inbound: Inbound,
  standing: Standing,
  parts: TurnParts,
  decideParts: DecideParts,
): Answer {
  const event = eventOf(inbound, standing, parts)
  // A card that nobody has seen is no answer: what was asked waits as a topic.
  const waits: Event = event.type === 'ruling' ? { ...event, type: 'topics' } : event
  const heard = decide({ ...standing, language: code }, waits, decideParts)
  const offer: Outbound = {
    ...message(code, [{ key: 'language.offer', values: { language: { language: code } } }]),
    offers: [
      { id: `lang:${code}`, label: { language: code } },
      { id: 'language', label: { text: 'language.offer.no' } },
    ],
    always: true,
  }
  return {
    ...heard,
    messages: [offer],
    conversation: { ...heard.conversation, ...unopened(standing, event), proposed: code, offered: offer.offers },
  }
}

/**
 * A language that is not spoken here is said to be so in the nearest one that is, with all languages to choose from; what
 * was asked meanwhile waits (B4). It is counted, so that somebody can see which language is missed.
 */
export function sayNotSpoken(
  { code, nearest }: OtherLanguage,
  inbound: Inbound,
  standing: Standing,
  parts: TurnParts,
  decideParts: DecideParts,
): Answer {
  void parts.counts.add({ type: 'language-unmet', language: code }, decideParts.now)
  const language = standing.conversation.language ?? (parts.table.isOffered(nearest) ? nearest : standing.language)
  const event = eventOf(inbound, standing, parts)
  const heard =
    event.type === 'topics' || event.type === 'place' ? decide({ ...standing, language }, event, decideParts) : null
  const menu: Outbound = { ...languageMenu(parts.table, language), phrases: [{ key: 'language.unsupported' }] }
  const said = withMessages(standing, [menu])
  const conversation = { ...said.conversation, ...unopened(standing, event), proposed: language }
  return { ...said, conversation: heard ? { ...conversation, session: heard.conversation.session } : conversation }
}

/** The opening is still to come, and so is the answer to what was asked about the chat. */
function unopened({ conversation }: Standing, event: Event): Pick<Conversation, 'opened' | 'asked'> {
  return { opened: conversation.opened, asked: askedAboutUs(event) ?? conversation.asked }
}
