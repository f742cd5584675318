import { defineDialog } from './engine/definition.js'

/** What people ask before they trust it (A4). Each answer is one vetted text; then the same questions stay open. */
export const about = defineDialog({
  id: 'about',
  version: 1,
  start: 'what',
  steps: {
    what: {
      type: 'choose',
      say: 'about.ask',
      again: 'about.again',
      options: {
        who: { label: 'about.who', tell: 'about.answer.who', goto: 'what' },
        pays: { label: 'about.pays', tell: 'about.answer.pays', goto: 'what' },
        benefit: { label: 'about.benefit', tell: 'about.answer.benefit', goto: 'what' },
        children: { label: 'about.children', tell: 'about.answer.children', goto: 'what' },
      },
      skip: { enter: 'opening' },
    },
  },
})
