import { createOneAtATime } from '../services/conversations/one-at-a-time.js'
import type { Conversations } from '../services/conversations/conversations.js'
import type { Outbound } from '../services/conversations/outbound.js'
import { writeBody, type PlaceLink } from './channels/activity-body.js'
import type { App, Reply } from './channels/bot-framework/adapter.js'
import type { Call } from './channels/bot-framework/read-call.js'
import { renderMessage, type RenderSources } from './rendering/render-message.js'
import type { Activity, TurnContext } from './sdk.js'
import { putInbounds, turnedOf } from './turn-state.js'
import type { Inbound } from './turn/inbound.js'
import { isYoung } from './turn/session-facts.js'
import type { Turned } from './turn/turn.js'

const CHANNEL = 'bot-framework'
/** Ids of messages whose answer did not go, in memory; when one comes again its answer is said again. */
const MOST_UNSENT = 1_000

export interface BotFrameworkParts {
  readonly app: App | null
  readonly turn: (inbounds: readonly Inbound[]) => Promise<readonly Turned[]>
  readonly conversations: Conversations
  readonly keyOf: (name: string) => string
  readonly renderSources: () => RenderSources
  readonly placeLink: (language: string) => PlaceLink
  readonly proposeLanguage: (locale: string | undefined) => string | null
  readonly outage: (inbound: Inbound) => readonly Outbound[]
  readonly trouble: (error: unknown, what: string) => void
}

export type AnswerCall = (call: Call, content: Inbound['content'], authorization: string) => Promise<Reply>

/** Ties Bot Framework channels to the turn. The SDK is loaded with the first call; a load that failed is tried again. */
export function createBotFramework(parts: BotFrameworkParts): AnswerCall {
  const oneAtATime = createOneAtATime()
  const unsent = new Set<string>()
  const turn = createAnswering(parts, unsent)
  let loaded: ReturnType<typeof load> | null = null

  async function load() {
    const { BotFrameworkAdapter } = await import('./channels/bot-framework/adapter.js')
    const { VoordeurBot } = await import('./bot.js')
    return { adapter: new BotFrameworkAdapter(parts.app), bot: new VoordeurBot(turn) }
  }

  return async (call, content, authorization) => {
    const inbound = await inboundOf(call, content, parts)
    const { adapter, bot } = await (loaded ??= load().catch((error: unknown) => {
      loaded = null
      throw error
    }))
    const logic = async (context: TurnContext) => {
      putInbounds(context, [inbound])
      context.onSendActivities(async (_context, activities, next) => {
        await shape(activities, context, inbound, parts)
        return next()
      })
      await oneAtATime(inbound.key, () => bot.run(context)).catch((error: unknown) => {
        if (inbound.id !== undefined && unsent.size < MOST_UNSENT) unsent.add(inbound.id)
        throw error
      })
    }
    return adapter.run(authorization, activityOf(call), logic)
  }
}

/** Never rejects for a turn: who cannot be answered is led to a person (O3). */
function createAnswering(
  { turn, outage, trouble, conversations }: BotFrameworkParts,
  unsent: Set<string>,
): BotFrameworkParts['turn'] {
  return async inbounds => {
    const [inbound] = inbounds
    if (!inbound) return []
    try {
      const [turned] = await turn(inbounds)
      if (!turned) throw new Error('A message was not answered: the turn must answer each one')
      if (turned.messages.length > 0 || inbound.id === undefined || !unsent.delete(inbound.id)) return [turned]
      const { conversation } = await conversations.load(inbound.key, CHANNEL)
      return [{ ...turned, messages: conversation.sent.map(({ message }) => message) }]
    } catch (error) {
      trouble(error, 'a message was not answered')
      return [{ messages: outage(inbound), firstNumber: 1, kept: 'nowhere' }]
    }
  }
}

async function inboundOf(call: Call, content: Inbound['content'], parts: BotFrameworkParts): Promise<Inbound> {
  const { channelId, conversation, from, id, locale } = call
  const key = parts.keyOf(`${CHANNEL} ${channelId} ${conversation.id} ${from.id}`)
  return {
    key,
    channel: CHANNEL,
    ...(id === undefined ? {} : { id: parts.keyOf(`${CHANNEL} ${channelId} ${conversation.id} ${id}`) }),
    content: content.type === 'text' ? await tapped(content, key, parts) : content,
    proposedLanguage: parts.proposeLanguage(locale ?? undefined),
    opened: false,
    // What was said before has gone, or was said again: nothing waits for this client.
    confirmed: Number.MAX_SAFE_INTEGER,
  }
}

/** Many channels bring a tap back as text: the id of what was offered. */
async function tapped(content: { type: 'text'; text: string }, key: string, parts: BotFrameworkParts) {
  const id = content.text.trim()
  if (!/^[a-z][a-z0-9-]*(:[a-z0-9-]+)?$/.test(id)) return content
  if (ALWAYS.includes(id)) return { type: 'option', id } as const
  const { conversation } = await parts.conversations.load(key, CHANNEL).catch(() => ({ conversation: null }))
  return conversation?.offered.some(offer => offer.id === id) ? ({ type: 'option', id } as const) : content
}
const ALWAYS: readonly string[] = ['not-safe', 'person', 'back', 'language']

/** Only what the SDK needs to find its way back; what was said stays outside of it. */
function activityOf({ type, id, serviceUrl, channelId, conversation, from, recipient, deliveryMode }: Call) {
  const named = <Account extends { readonly id: string }>(account: Account) => ({ name: '', ...account })
  const activity: Partial<Activity> = {
    type,
    serviceUrl,
    channelId,
    conversation: { isGroup: false, conversationType: '', name: '', ...conversation },
    from: named(from),
    ...(id === undefined ? {} : { id }),
    ...(recipient === undefined ? {} : { recipient: named(recipient) }),
    ...(deliveryMode ? { deliveryMode } : {}),
  }
  return activity
}

/** Neutral messages become words in the moment of sending. */
async function shape(
  activities: Partial<Activity>[],
  context: TurnContext,
  { key }: Inbound,
  { conversations, renderSources, placeLink }: BotFrameworkParts,
): Promise<void> {
  const messages = turnedOf(context).flatMap(turned => turned.messages)
  const young = await conversations.load(key, CHANNEL).then(
    ({ conversation }) => isYoung(conversation.session),
    () => false,
  )
  for (const [index, activity] of activities.entries()) {
    const message = messages[index]
    if (!message) continue
    const view = renderMessage(message, renderSources(), young)
    Object.assign(activity, writeBody(view, placeLink(view.language)), { channelData: undefined })
  }
}
