import type { Conversation } from '../services/conversations/conversation.js'
import type { Conversations } from '../services/conversations/conversations.js'
import type { PartingWords } from './channels/direct-line/parting-words.js'
import { createWatermarks } from './channels/direct-line/watermarks.js'
import type { NumberedView, WebChat } from './channels/direct-line/web-chat.js'
import { renderMessage, type RenderSources } from './rendering/render-message.js'
import type { Inbound } from './turn/inbound.js'
import type { Turned } from './turn/turn.js'
import { isYoung } from './turn/session-facts.js'
import type { Activity } from './sdk.js'

export interface WebChatParts {
  readonly turn: (inbounds: readonly Inbound[]) => Promise<readonly Turned[]>
  readonly conversations: Conversations
  readonly keyOf: (conversation: string) => string
  readonly renderSources: () => RenderSources
  readonly partingWords: PartingWords
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
}: WebChatParts): WebChat {
  let framework: ReturnType<typeof loadFramework> | null = null
  const watermarks = createWatermarks()

  /** A load that failed is tried again with the next message. */
  function forgetFramework(error: unknown): never {
    framework = null
    throw error
  }

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
    const { adapter, bot, turnedOf } = await (framework ??= loadFramework(turn).catch(forgetFramework))
    const context = await adapter.process(activityOf(key, content), inbound, current => bot.run(current))
    const [turned] = turnedOf(context)
    if (!turned) throw new Error('A message was not answered: the turn must answer each one')
    if (turned.kept === 'nowhere') partingWords.put(conversation, turned.messages)
    return turned
  }

  async function read(conversation: string, after: number): ReturnType<WebChat['read']> {
    const { conversation: stored } = await conversations.load(keyOf(conversation), 'web')
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
      const { conversation: found } = await conversations.load(keyOf(conversation), 'web')
      return found.updatedAt > 0 ? found : null
    },
    async wipe(conversation) {
      await oneAtATime(conversation, () => conversations.wipe(keyOf(conversation)))
    },
  }
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

/** The SDK takes half a second and 40 MB, so it is loaded when somebody first says something. */
async function loadFramework(turn: WebChatParts['turn']) {
  const { DirectLineAdapter } = await import('./channels/direct-line/adapter.js')
  const { VoordeurBot } = await import('./bot.js')
  const { turnedOf } = await import('./turn-state.js')
  return { adapter: new DirectLineAdapter(), bot: new VoordeurBot(turn), turnedOf }
}

/** The SDK needs a kind and a conversation; what was said stays outside of it. */
function activityOf(key: string, content: Inbound['content']): Partial<Activity> {
  return {
    type: content.type === 'open' ? 'conversationUpdate' : 'message',
    channelId: 'directline',
    conversation: { id: key, isGroup: false, conversationType: '', name: '' },
  }
}
