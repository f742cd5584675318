import type { Loaded } from '../../services/conversations/conversations.js'
import type { Answer } from './answer.js'
import type { DecideParts, Standing } from './decide.js'
import type { Inbound } from './inbound.js'
import { openingMessage } from './opening.js'
import { resume } from './session.js'
import type { TurnParts } from './turn-parts.js'
import type { Outbound } from '../../services/conversations/outbound.js'

/** Where a conversation stands when a message comes in, and what is said first. Reads nothing but what was loaded. */
export function standingOf(
  inbound: Inbound,
  { conversation, memoryOnly }: Loaded,
  parts: TurnParts,
  { live }: DecideParts,
): Standing {
  const resumed = resume(parts.dialogs, conversation.session)
  const language = conversation.language ?? conversation.proposed ?? inbound.proposedLanguage ?? 'nl'
  const opened = conversation.opened || inbound.opened
  const area = inbound.presetArea === undefined ? undefined : live.snapshot.areas.get(inbound.presetArea)
  const place = area ? { area: area.id, position: area.position } : null
  const session = place && resumed.session.place === undefined ? { ...resumed.session, place } : resumed.session
  return {
    session,
    memoryOnly,
    language,
    conversation: { ...conversation, opened, proposed: conversation.proposed ?? inbound.proposedLanguage },
    before: [
      ...(opened ? [] : [keptPhrase(inbound)]),
      ...(resumed.type === 'changed' ? [{ key: 'version.changed' } as const] : []),
    ],
    first: opened ? [] : [openingMessage(live.snapshot, parts.table, language)],
  }
}

/** What is kept, before the first question (H6). */
export const keptPhrase = ({ channel }: Inbound) => ({ key: channel === 'web' ? 'kept.web' : 'kept.whatsapp' }) as const

/** Messages that leave the question as it is. */
export function withMessages(
  standing: Standing,
  messages: readonly Outbound[],
  memoryOnly = standing.memoryOnly,
): Answer {
  const { conversation, session } = standing
  const offered = messages.at(-1)?.offers ?? []
  return { messages, memoryOnly, wiped: false, conversation: { ...conversation, session, gentle: null, offered } }
}
