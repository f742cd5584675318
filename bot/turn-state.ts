import type { Outbound } from '../services/conversations/outbound.js'
import type { Activity, TurnContext } from './sdk.js'
import type { Inbound } from './turn/inbound.js'
import type { Turned } from './turn/turn.js'

const INBOUND = Symbol('inbound')
const TURNED = Symbol('turned')

/** Hands the parsed messages to the bot beside the activity, so that no text travels inside it. */
export function putInbounds(context: TurnContext, inbounds: readonly Inbound[]): void {
  context.turnState.set(INBOUND, inbounds)
}

/** Throws where an adapter forgot `putInbounds`. */
export function inboundsOf(context: TurnContext): readonly Inbound[] {
  const inbounds: readonly Inbound[] | undefined = context.turnState.get(INBOUND)
  if (!inbounds)
    throw new Error('No inbound message in this turn: the adapter must call putInbounds() before the bot runs')
  return inbounds
}

/** Hands what the turn led to back to the adapter. */
export function putTurned(context: TurnContext, turned: readonly Turned[]): void {
  context.turnState.set(TURNED, turned)
}

/** One for each inbound message, in their order. Throws where the bot ran without a turn. */
export function turnedOf(context: TurnContext): readonly Turned[] {
  const turned: readonly Turned[] | undefined = context.turnState.get(TURNED)
  if (!turned) throw new Error('The bot ran without a turn: does it handle this kind of activity?')
  return turned
}

/** A neutral message inside an activity; it is shaped for a channel only when it is sent. */
export function outboundActivity(message: Outbound): Partial<Activity> {
  return { type: 'message', channelData: { outbound: message } }
}
