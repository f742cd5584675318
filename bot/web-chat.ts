import type { Conversations } from '../services/conversations/conversations.js'
import type { WebChat } from './channels/direct-line/web-chat.js'
import { DirectLineAdapter } from './channels/direct-line/adapter.js'
import { VoordeurBot } from './bot.js'
import { renderMessage, type RenderSources } from './rendering/render-message.js'
import type { Inbound } from './turn/inbound.js'
import type { Turned } from './turn/turn.js'
import { isYoung } from './turn/young.js'

export interface WebChatParts {
  readonly turn: (inbound: Inbound) => Promise<Turned>
  readonly conversations: Conversations
  readonly keyOf: (conversation: string) => string
  readonly renderSources: () => RenderSources
  readonly oneAtATime: <Result>(key: string, task: () => Promise<Result>) => Promise<Result>
}

/** Ties the web chat's doors to the turn, through the Bot Framework's adapter and bot. */
export function createWebChat({ turn, conversations, keyOf, renderSources, oneAtATime }: WebChatParts): WebChat {
  const adapter = new DirectLineAdapter()

  async function say(conversation: string, content: Inbound['content'], from: Parameters<WebChat['say']>[2]): Promise<Turned> {
    const key = keyOf(conversation)
    let turned: Turned | null = null
    const bot = new VoordeurBot(async inbound => (turned = await turn(inbound)))
    const activity = { type: content.type === 'open' ? 'conversationUpdate' : 'message', channelId: 'directline', conversation: { id: key, isGroup: false, conversationType: '', name: '' } }
    await adapter.process(activity, { key, channel: 'web', content, ...from }, context => bot.run(context))
    if (!turned) throw new Error('The bot ran without a turn: does it handle this kind of activity?')
    return turned
  }

  return {
    say: (conversation, content, from) => oneAtATime(conversation, () => say(conversation, content, from)),
    async read(conversation, after) {
      const { conversation: stored } = await conversations.load(keyOf(conversation), 'web')
      const sources = renderSources()
      const young = isYoung(stored.session)
      const messages = stored.sent
        .filter(({ number }) => number > after)
        .map(({ number, at, message }) => ({ number, at, view: renderMessage(message, sources, young) }))
      return { messages, last: stored.lastNumber }
    },
    async stored(conversation) {
      const { conversation: found } = await conversations.load(keyOf(conversation), 'web')
      return found.version > 0 ? found : null
    },
    async wipe(conversation) {
      await oneAtATime(conversation, () => conversations.wipe(keyOf(conversation)))
    },
  }
}
