import type { Conversation } from '../services/conversations/conversation.js'
import type { Conversations } from '../services/conversations/conversations.js'
import type { PartingWords } from './channels/direct-line/parting-words.js'
import { createWatermarks } from './channels/direct-line/watermarks.js'
import type { NumberedView, WayOut, WebChat } from './channels/direct-line/web-chat.js'
import type { Transfers } from '../services/transfers/transfers.js'
import { renderMessage, type RenderSources } from './rendering/render-message.js'
import { newConversation } from '../services/conversations/new-conversation.js'
import type { Outbound } from '../services/conversations/outbound.js'
import type { Inbound } from './turn/inbound.js'
import type { Turned } from './turn/turn.js'
import { isYoung } from './turn/session-facts.js'

export interface WebChatParts {
  /** Through the Bot Framework's adapter and bot. */
  readonly turn: (inbounds: readonly Inbound[]) => Promise<readonly Turned[]>
  readonly conversations: Conversations
  readonly keyOf: (conversation: string) => string
  readonly renderSources: () => RenderSources
  readonly partingWords: PartingWords
  /** What is said when a turn failed (O3). */
  readonly outage: (inbound: Inbound) => readonly Outbound[]
  readonly trouble: (error: unknown, what: string) => void
  readonly offerElsewhere: Transfers['offer']
  readonly oneAtATime: <Result>(key: string, task: () => Promise<Result>) => Promise<Result>
}

/** Ties the web chat's doors to the turn, through the Bot Framework's adapter and bot. */
export function createWebChat({
  turn,
  conversations,
  keyOf,
  renderSources,
  oneAtATime,
  partingWords,
  outage,
  trouble,
  offerElsewhere,
}: WebChatParts): WebChat {
  const watermarks = createWatermarks()
  const standing = (key: string) => standingIn(conversations, key, trouble)

  async function say(
    conversation: string,
    content: Inbound['content'],
    from: Parameters<WebChat['say']>[2],
  ): Promise<Turned> {
    const key = keyOf(conversation)
    const last = watermarks.take(conversation)
    const inbound: Inbound = {
      key,
      channel: 'web',
      content,
      ...from,
      ...(last === undefined ? {} : { confirmed: last }),
    }
    const [turned] = await turn([inbound]).catch((error: unknown): readonly Turned[] => {
      trouble(error, 'a message was not answered')
      return [{ messages: outage(inbound), firstNumber: 1, kept: 'nowhere' }]
    })
    if (!turned) throw new Error('A message was not answered: the turn must answer each one')
    if (turned.kept === 'nowhere') partingWords.put(conversation, turned.messages)
    return turned
  }

  async function read(conversation: string, after: number): ReturnType<WebChat['read']> {
    const stored = await standing(keyOf(conversation))
    const sources = renderSources()
    if (after > 0) watermarks.confirm(conversation, after)
    const parting = partingWords
      .take(conversation)
      .map((message, index) => ({ number: after + index + 1, at: sources.now, view: renderMessage(message, sources) }))
    return { messages: [...parting, ...unseen(stored, after, sources)], last: stored.lastNumber }
  }

  return {
    say: (conversation, content, from) => oneAtATime(conversation, () => say(conversation, content, from)),
    read,
    async stored(conversation) {
      const found = await standing(keyOf(conversation))
      return found.updatedAt > 0 ? found : null
    },
    elsewhere: conversation => wayOut(keyOf(conversation), conversations, offerElsewhere),
    async wipe(conversation) {
      await oneAtATime(conversation, () => conversations.wipe(keyOf(conversation)))
    },
  }
}

async function wayOut(key: string, conversations: Conversations, offer: Transfers['offer']): Promise<WayOut> {
  const { conversation, memoryOnly } = await conversations.load(key, 'web')
  if (memoryOnly) return { type: 'not-kept' }
  if (conversation.updatedAt === 0) return { type: 'nothing' }
  const code = await offer({ key, channel: 'web' })
  return code === null ? { type: 'busy' } : { type: 'code', code }
}

/** While the store is down there is nothing to read but parting words. */
async function standingIn(
  conversations: Conversations,
  key: string,
  trouble: WebChatParts['trouble'],
): Promise<Conversation> {
  const loaded = await conversations.load(key, 'web').catch((error: unknown) => {
    trouble(error, 'a conversation could not be read')
    return { conversation: newConversation(key, 'web', null) }
  })
  return loaded.conversation
}

/** Numbers above the last are of a conversation that was wiped or has expired; this one counts from 1 again. */
function unseen(
  { sent, session, lastNumber }: Conversation,
  after: number,
  sources: RenderSources,
): readonly NumberedView[] {
  const from = after > lastNumber ? 0 : after
  const young = isYoung(session)
  return sent
    .filter(({ number }) => number > from)
    .map(({ number, at, message }) => ({ number, at, view: renderMessage(message, sources, young) }))
}
