import { newConversation } from '../../services/conversations/new-conversation.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import { decide } from './decide.js'
import type { Inbound } from './inbound.js'
import { languageMenu } from './opening.js'
import { standingOf } from './standing-of.js'
import type { TurnParts } from './turn-parts.js'

/**
 * What is said when a turn failed, from code and the live places alone (O3): the languages where she asks for them, else one
 * place where a person is. In the language that she tapped or wrote; nothing is read, and nothing of it is kept.
 */
export function outageAnswer(inbound: Inbound, parts: TurnParts): readonly Outbound[] {
  const { content } = inbound
  const language = languageOf(inbound, parts)
  if (content.type === 'option' && content.id === 'language') return [languageMenu(parts.table, language)]
  const decideParts = { ...parts, live: parts.live(), now: parts.clock() }
  const loaded = { conversation: newConversation(inbound.key, inbound.channel, language), memoryOnly: true }
  const standing = standingOf({ ...inbound, opened: true }, loaded, parts, decideParts)
  const { messages } = decide(
    { ...standing, before: [{ key: 'outage' }] },
    { type: 'command', command: 'person' },
    decideParts,
  )
  return messages
}

function languageOf({ content, proposedLanguage }: Inbound, { table, understand }: TurnParts): string {
  const tapped = content.type === 'option' && content.id.startsWith('lang:') ? content.id.slice('lang:'.length) : null
  if (tapped && table.isOffered(tapped)) return tapped
  const proposed = proposedLanguage ?? 'nl'
  if (content.type !== 'text') return proposed
  const { language } = understand(content.text, { options: [], place: false, language: proposed })
  return language.type === 'offer' && table.isOffered(language.code) ? language.code : proposed
}
