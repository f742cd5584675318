import type { Outbound } from '../../services/conversations/outbound.js'
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
  return askAgain({ ...standing, conversation, language: code, first, before }, [], decideParts)
}

/** A language is only proposed, in both languages; what was said meanwhile is understood and kept as options (B2). */
export function offerLanguage(
  code: string,
  inbound: Inbound,
  standing: Standing,
  parts: TurnParts,
  decideParts: DecideParts,
): Answer {
  const heard = decide({ ...standing, language: code }, eventOf(inbound, standing, parts), decideParts)
  const offer: Outbound = {
    ...message(code, [{ key: 'language.offer', values: { language: { language: code } } }]),
    offers: [
      { id: `lang:${code}`, label: { language: code } },
      { id: 'language', label: { text: 'language.offer.no' } },
    ],
    always: true,
  }
  return { ...heard, messages: [offer], conversation: { ...heard.conversation, proposed: code, offered: offer.offers } }
}
