import type { Phrase } from '../../content/phrase.js'
import type { Conversation } from '../../services/conversations/conversation.js'
import type { Conversations, Loaded } from '../../services/conversations/conversations.js'
import { findTransferCode, type Standpoint } from '../../services/transfers/transfers.js'
import type { Danger } from '../../services/safety/danger.js'
import type { Answer } from './answer.js'
import { askAgain, type DecideParts, type Standing } from './decide.js'
import type { Elsewhere } from './elsewhere.js'
import type { Inbound } from './inbound.js'
import { languageMenu } from './opening.js'
import { keptPhrase, withMessages } from './standing-of.js'

interface TakingParts {
  readonly elsewhere: Elsewhere
  readonly conversations: Conversations
  readonly dangerIn: (inbound: Inbound) => Danger | null
}

/** Looks up what a code brings along. Danger is left alone: its answer waits for nothing. */
export function takeCodes(inbounds: readonly Inbound[], parts: TakingParts): Promise<readonly Inbound[]> {
  return Promise.all(inbounds.map(inbound => taken(inbound, parts)))
}

async function taken(inbound: Inbound, { elsewhere, conversations, dangerIn }: TakingParts): Promise<Inbound> {
  const { content, key, channel } = inbound
  const written = content.type === 'text' ? findTransferCode(content.text) : null
  const code = content.type === 'continue' ? content.code : written
  if (code === null || dangerIn(inbound) !== null) return inbound
  const from = await elsewhere.take(code, inbound.sender ?? key)
  return {
    ...inbound,
    content: { type: 'continue', code: '' },
    moved: from && (await movable(from, key, channel, conversations)),
  }
}

/** The conversation as it stands there; null when it is gone, is this one, or may not be on disk on either side (H4). */
async function movable(from: Standpoint, to: string, channel: string, conversations: Conversations) {
  if (from.key === to) return null
  const there = await conversations.load(from.key, from.channel)
  const here = await conversations.load(to, channel)
  return there.memoryOnly || here.memoryOnly || there.conversation.updatedAt === 0 ? null : there.conversation
}

/** What she chose comes along; who she is there, what was answered and what was sent does not. */
export function arrive(loaded: Loaded, moved: Conversation | null | undefined): Loaded {
  if (!moved) return loaded
  const { language, proposed, session, asked, opened } = moved
  const here = loaded.conversation
  const conversation = { ...here, language: language ?? here.language, proposed, session, asked, opened, offered: [] }
  return { ...loaded, conversation }
}

/** Where she came from nothing stays behind. */
export async function leaveBehind(inbound: Inbound | undefined, conversations: Conversations): Promise<void> {
  if (inbound?.moved) await conversations.wipe(inbound.moved.key)
}

/** The question as it stood there; or as it stands here, when the code brought nothing. */
export function goOnHere(standing: Standing, inbound: Inbound, parts: DecideParts): Answer {
  const moved = Boolean(inbound.moved)
  const known = standing.conversation.language ?? standing.conversation.proposed
  if (!known) return withMessages(standing, [languageMenu(parts.table, standing.language)])
  if (!moved) return askAgain(standing, [{ key: 'elsewhere.unknown' }], parts)
  return askAgain({ ...standing, before: [] }, [{ key: 'elsewhere.here' }, keptPhrase(inbound)], parts)
}

/** Dialogs say that one cannot go on elsewhere; where one can, how is said instead. */
export async function withWay(
  { key, channel }: Inbound,
  memoryOnly: boolean,
  answer: Answer,
  elsewhere: Elsewhere,
): Promise<Answer> {
  const asked = ({ key: said }: Phrase) => said === 'elsewhere.none'
  if (!answer.messages.some(({ phrases }) => phrases.some(asked))) return answer
  const kept = !memoryOnly && !answer.memoryOnly
  const way: Phrase = kept ? await elsewhere.offer({ key, channel }) : { key: 'elsewhere.not-kept' }
  const messages = answer.messages.map(message => ({
    ...message,
    phrases: message.phrases.map(phrase => (asked(phrase) ? way : phrase)),
  }))
  return { ...answer, messages }
}
