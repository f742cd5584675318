import type { Loaded } from '../../services/conversations/conversations.js'
import type { Answer } from './answer.js'
import type { DecideParts, Standing } from './decide.js'
import type { Inbound } from './inbound.js'
import { openingMessage } from './opening.js'
import { withPreset } from './preset.js'
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
  const session = withPreset(inbound, resumed, live.snapshot)
  const proposed = proposedOf(inbound, conversation.proposed)
  const language = conversation.language ?? proposed ?? 'nl'
  const opened = conversation.opened || inbound.opened
  return {
    session,
    memoryOnly,
    language,
    conversation: { ...conversation, opened, proposed },
    before: [
      ...(opened ? [] : [keptPhrase(inbound)]),
      ...(resumed.type === 'changed' ? [{ key: 'version.changed' } as const] : []),
    ],
    first: opened ? [] : [openingMessage(live.snapshot, parts.table, language)],
  }
}

/** A link that is opened now names a language more surely than what was proposed before; a choice beats both (B2). */
const proposedOf = ({ content, presetPlace, proposedLanguage }: Inbound, before: string | null): string | null =>
  content.type === 'open' && presetPlace !== undefined ? (proposedLanguage ?? before) : (before ?? proposedLanguage)

/** What is kept, before the first question (H6). */
export const keptPhrase = ({ channel }: Inbound) =>
  ({ key: channel === 'whatsapp' ? 'kept.whatsapp' : 'kept.web' }) as const

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
