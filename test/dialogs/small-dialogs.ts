import type { Dialog, DialogId, Step } from '../../dialogs/engine/definition.js'
import { referral } from '../../dialogs/referral.js'

type Choose = Extract<Step<string>, { type: 'choose' }>

/** A question with one answer, both of which lead to the cards. */
export function question(change: Partial<Choose> = {}): Choose {
  return {
    type: 'choose',
    say: 'other.ask',
    again: 'other.again',
    options: { yes: { label: 'yes', enter: 'referral', seeks: ['meeting-people'] } },
    skip: { enter: 'referral', seeks: ['meeting-people'] },
    ...change,
  }
}

const dialog = (id: DialogId, start: string, steps: Dialog['steps']): Dialog => ({ id, version: 1, start, steps })
const option = (enter: DialogId) => ({ label: 'yes', enter }) as const

/** The smallest dialogs that hold everything the engine enters by name. Every proof about them holds. */
export const smallDialogs: Readonly<Record<DialogId, Dialog>> = {
  opening: dialog('opening', 'menu', {
    menu: question({
      say: 'menu.ask',
      again: 'menu.again',
      options: {
        money: option('money'),
        child: option('parenting'),
        teen: option('youth'),
        meeting: option('meeting'),
        other: option('other'),
        about: option('about'),
      },
    }),
  }),
  other: dialog('other', 'what', { what: question() }),
  about: dialog('about', 'what', {
    what: question({ options: { yes: { label: 'yes', return: true } }, skip: { return: true } }),
  }),
  money: dialog('money', 'when', {
    when: question(),
    food: question({ say: 'food.today', again: 'food.today.again' }),
  }),
  parenting: dialog('parenting', 'age', {
    age: question(),
    young: question(),
    teen: question({ say: 'parenting.what', again: 'parenting.what.again' }),
  }),
  youth: dialog('youth', 'who', { who: question() }),
  meeting: dialog('meeting', 'what', { what: question() }),
  referral,
}

/** The small dialogs with steps of one of them added or replaced. */
export function withSteps(id: DialogId, steps: Dialog['steps']): Readonly<Record<DialogId, Dialog>> {
  return { ...smallDialogs, [id]: { ...smallDialogs[id], steps: { ...smallDialogs[id].steps, ...steps } } }
}
