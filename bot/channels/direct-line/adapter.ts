import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from '../../sdk.js'
import { putInbounds } from '../../turn-state.js'
import type { Inbound } from '../../turn/inbound.js'

/**
 * The web chat's end of the SDK. Sending appends nothing here: the turn has committed its messages already, and the
 * channel reads them from the conversation (polling) or is told of them (stream).
 */
export class DirectLineAdapter extends BotAdapter {
  /** Runs one turn; answers its context, with what it led to. Rejects when the turn does. */
  async process(
    activity: Partial<Activity>,
    inbounds: readonly Inbound[],
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnContext> {
    const context = new TurnContext(this, activity)
    putInbounds(context, inbounds)
    await this.runMiddleware(context, logic)
    return context
  }

  async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map(() => ({ id: '' }))
  }

  async updateActivity(): Promise<void> {
    throw new Error('A message that was sent is not changed: send another')
  }

  async deleteActivity(): Promise<void> {
    throw new Error('A message that was sent is not taken back: send another')
  }

  async continueConversation(): Promise<void> {
    throw new Error('The web chat never writes first')
  }
}
