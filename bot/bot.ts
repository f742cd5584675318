import { ActivityHandler, type TurnContext } from './sdk.js'
import { inboundsOf, outboundActivity, putTurned } from './turn-state.js'
import type { Inbound } from './turn/inbound.js'
import type { Turned } from './turn/turn.js'

/** The SDK's view of a turn: an activity comes in, neutral messages go out. All thinking is done by `turn`. */
export class VoordeurBot extends ActivityHandler {
  readonly #turn

  constructor(turn: (inbounds: readonly Inbound[]) => Promise<readonly Turned[]>) {
    super()
    this.#turn = turn
  }

  /** Every kind of activity is a turn: which kind it is was read when the channel parsed it. */
  protected override async onTurnActivity(context: TurnContext): Promise<void> {
    const turned = await this.#turn(inboundsOf(context))
    putTurned(context, turned)
    const said = turned.flatMap(({ messages }) => messages.map(outboundActivity))
    // A message that was answered before is answered with nothing, and nothing cannot be sent.
    if (said.length > 0) await context.sendActivities(said)
  }
}
