import type { Outbound } from '../services/conversations/outbound.js'
import type { Activity, TurnContext } from './sdk.js'
import type { Inbound } from './turn/inbound.js'

const INBOUND = Symbol('inbound')

/** Hands the parsed message to the bot beside the activity, so that no text travels inside it. */
export function putInbound(context: TurnContext, inbound: Inbound): void {
  context.turnState.set(INBOUND, inbound)
}

/** Throws where an adapter forgot `putInbound`. */
export function inboundOf(context: TurnContext): Inbound {
  const inbound: Inbound | undefined = context.turnState.get(INBOUND)
  if (!inbound) throw new Error('No inbound message in this turn: the adapter must call putInbound() before the bot runs')
  return inbound
}

/** A neutral message inside an activity; it is shaped for a channel only when it is sent. */
export function outboundActivity(message: Outbound): Partial<Activity> {
  return { type: 'message', channelData: { outbound: message } }
}
