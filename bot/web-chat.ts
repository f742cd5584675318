import type { Conversations } from '../services/conversations/conversations.js'
import type { PartingWords } from './channels/direct-line/parting-words.js'
import type { WebChat } from './channels/direct-line/web-chat.js'
import { renderMessage, type RenderSources } from './rendering/render-message.js'
import type { Inbound } from './turn/inbound.js'
import type { Turned } from './turn/turn.js'
import { isYoung } from './turn/session-facts.js'
import type { Activity } from './sdk.js'

export interface WebChatParts {
  readonly turn: (inbound: Inbound) => Promise<Turned>
  readonly conversations: Conversations
  readonly keyOf: (conversation: string) => string
  readonly renderSources: () => RenderSources
  readonly partingWords: PartingWords
  readonly oneAtATime: <Result>(key: string, task: () => Promise<Result>) => Promise<Result>
}

/** Watermarks remembered at once; about 100 bytes each. */
const MOST_CONFIRMED = 10_000

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
  const confirmed = new Map<string, number>()

  /** A client's watermark is worth no write of its own: it waits here for the next turn, and may be lost. */
  function confirm(conversation: string, after: number): void {
    confirmed.delete(conversation)
    confirmed.set(conversation, after)
    const [oldest] = confirmed.keys()
    if (confirmed.size > MOST_CONFIRMED && oldest !== undefined) confirmed.delete(oldest)
  }

  async function say(
    conversation: string,
    content: Inbound['content'],
    from: Parameters<WebChat['say']>[2],
  ): Promise<Turned> {
    const key = keyOf(conversation)
    const last = confirmed.get(conversation)
    confirmed.delete(conversation)
    const inbound: Inbound = {
      key,
      channel: 'web',
      content,
      ...from,
      ...(last === undefined ? {} : { confirmed: last }),
    }
    const { adapter, bot, turnedOf } = await (framework ??= loadFramework(turn))
    const context = await adapter.process(activityOf(key, content), inbound, current => bot.run(current))
    const turned = turnedOf(context)
    if (!turned.kept) partingWords.put(conversation, turned.messages)
    return turned
  }

  return {
    say: (conversation, content, from) => oneAtATime(conversation, () => say(conversation, content, from)),
    async read(conversation, after) {
      const { conversation: stored } = await conversations.load(keyOf(conversation), 'web')
      const sources = renderSources()
      if (after > 0) confirm(conversation, after)
      const young = isYoung(stored.session)
      // A number above the last is of a conversation that was wiped or has expired; this one counts from 1 again.
      const from = after > stored.lastNumber ? 0 : after
      const messages = stored.sent
        .filter(({ number }) => number > from)
        .map(({ number, at, message }) => ({ number, at, view: renderMessage(message, sources, young) }))
      const parting = partingWords
        .take(conversation)
        .map((message, index) => ({
          number: after + index + 1,
          at: sources.now,
          view: renderMessage(message, sources),
        }))
      return { messages: [...parting, ...messages], last: stored.lastNumber }
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
