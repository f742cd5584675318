import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from '../../sdk.js'
import { putInbounds } from '../../turn-state.js'
import type { Inbound } from '../../turn/inbound.js'

/** WhatsApp's end of the SDK. What the turn said is in the record already, and is sent from there. */
export class WhatsAppAdapter extends BotAdapter {
  /** Runs the turn of messages that came together; answers its context. Rejects when the turn does. */
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
    throw new Error('Nothing is written first without an approved template')
  }
}
