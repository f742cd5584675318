import type { Inbound } from './turn/inbound.js'
import type { Turned } from './turn/turn.js'
import type { Activity, BotAdapter, TurnContext } from './sdk.js'

type Turn = (inbounds: readonly Inbound[]) => Promise<readonly Turned[]>

/** A channel's end of the SDK. */
export interface Adapter extends BotAdapter {
  process(
    activity: Partial<Activity>,
    inbounds: readonly Inbound[],
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnContext>
}

/**
 * The turn as the SDK sees it: through a channel's adapter and the bot. The SDK takes half a second and 40 MB, so it is
 * loaded when somebody first says something; a load that failed is tried again with the next message.
 */
export function throughFramework(turn: Turn, channelId: string, loadAdapter: () => Promise<new () => Adapter>): Turn {
  let loaded: ReturnType<typeof load> | null = null

  async function load() {
    const Adapter = await loadAdapter()
    const { VoordeurBot } = await import('./bot.js')
    const { turnedOf } = await import('./turn-state.js')
    return { adapter: new Adapter(), bot: new VoordeurBot(turn), turnedOf }
  }

  function forget(error: unknown): never {
    loaded = null
    throw error
  }

  return async inbounds => {
    const { adapter, bot, turnedOf } = await (loaded ??= load().catch(forget))
    const context = await adapter.process(activityOf(channelId, inbounds), inbounds, current => bot.run(current))
    return turnedOf(context)
  }
}

/** The SDK needs a kind and a conversation; what was said stays outside of it. */
function activityOf(channelId: string, [first]: readonly Inbound[]): Partial<Activity> {
  return {
    type: first?.content.type === 'open' ? 'conversationUpdate' : 'message',
    channelId,
    conversation: { id: first?.key ?? '', isGroup: false, conversationType: '', name: '' },
  }
}
