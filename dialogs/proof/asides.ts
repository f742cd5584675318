import { promptOf, type Dialogs } from '../engine/prompt.js'
import { describeRoute, nameOf, type Edge, type Explored } from './explore.js'
import { samePrompt } from './same-prompt.js'

/** The dialog of questions about the chat: her own, and never needed on the way to a card. */
export const ASIDE = 'about'

/**
 * Whatever she taps among the questions about the chat, she is back at the question she had left, in the same turn. So each
 * time she looks there it adds one question (which of them) and two messages (that one, and the answer).
 */
export function asideFailures(dialogs: Dialogs, { edges }: Explored): readonly string[] {
  return edges.flatMap(edge =>
    isTapInAside(edge) && !returns(dialogs, edge)
      ? [`"${nameOf(edge.event)}" does not lead back to the question that was left at ${describeRoute(edge.from)}`]
      : [],
  )
}

const isTapInAside = ({ from, event }: Edge): boolean =>
  from.session.dialog === ASIDE && event.type === 'choice' && from.session.pending === null

function returns(dialogs: Dialogs, { from, turn }: Edge): boolean {
  const left = from.session.history.findLast(({ dialog }) => dialog !== ASIDE)
  if (!left || !turn.prompt) return false
  const { place, ...visited } = left
  const session = { ...from.session, ...visited, ...(place === undefined ? {} : { place }), unclear: 0 }
  return turn.session.dialog === left.dialog && samePrompt(turn.prompt, promptOf(dialogs, session))
}
