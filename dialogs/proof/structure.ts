import { dialogIds } from '../engine/definition.js'
import type { Dialogs } from '../engine/prompt.js'
import type { Explored } from './explore.js'

/** Ids that do not fit, steps that nothing leads to, and places that a choice names but no dialog has. */
export function structureFailures(dialogs: Dialogs, { edges, states }: Explored): readonly string[] {
  const reached = new Set(states.map(({ session }) => `${session.dialog}.${session.step}`))
  const looksUp = edges.some(({ turn }) => turn.requests.length > 0)
  return dialogIds.flatMap(id => {
    const dialog = dialogs[id]
    const steps = Object.entries(dialog.steps)
    const unreached = steps.filter(([name, { type }]) => (type === 'refer' ? !looksUp : !reached.has(`${id}.${name}`)))
    return [
      ...(dialog.id === id ? [] : [`dialog "${id}" calls itself "${dialog.id}"`]),
      ...(dialog.steps[dialog.start] ? [] : [`dialog "${id}" starts at "${dialog.start}", which it does not have`]),
      ...unreached.map(([name]) => `nothing leads to ${id}.${name}`),
      ...danglingSteps(dialogs, id),
    ]
  })
}

function danglingSteps(dialogs: Dialogs, id: keyof Dialogs): readonly string[] {
  const { steps } = dialogs[id]
  return Object.entries(steps).flatMap(([name, step]) => {
    const nexts =
      step.type === 'choose'
        ? [...Object.values(step.options), ...(step.skip ? [step.skip] : [])]
        : [{ goto: step.goto }]
    return nexts.flatMap(next => {
      if ('goto' in next && !steps[next.goto]) return [`${id}.${name} goes to "${next.goto}", which is not there`]
      if ('enter' in next && next.at && !dialogs[next.enter].steps[next.at]) {
        return [`${id}.${name} enters ${next.enter} at "${next.at}", which is not there`]
      }
      return []
    })
  })
}
