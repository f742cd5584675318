import { ActivityHandler, type TurnContext } from './sdk.js'
import { inboundOf, outboundActivity, putTurned } from './turn-state.js'
import type { Inbound } from './turn/inbound.js'
import type { Turned } from './turn/turn.js'

/** The SDK's view of a turn: an activity comes in, neutral messages go out. All thinking is done by `turn`. */
export class VoordeurBot extends ActivityHandler {
  constructor(turn: (inbound: Inbound) => Promise<Turned>) {
    super()
    const answer = async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
      const turned = await turn(inboundOf(context))
      putTurned(context, turned)
      await context.sendActivities(turned.messages.map(outboundActivity))
      await next()
    }
    this.onMessage(answer)
    this.onConversationUpdate(answer)
  }
}
