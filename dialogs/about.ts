import { defineDialog } from './engine/definition.js'

/**
 * What people ask before they trust it (A4). Each answer is one vetted text, and then she is back at the question she had
 * left: to look here costs one question and two messages. Whoever types such a question is answered where she stands.
 */
export const about = defineDialog({
  id: 'about',
  version: 2,
  start: 'what',
  steps: {
    what: {
      type: 'choose',
      say: 'about.ask',
      again: 'about.again',
      options: {
        who: { label: 'about.who', tell: 'about.answer.who', return: true },
        pays: { label: 'about.pays', tell: 'about.answer.pays', return: true },
        benefit: { label: 'about.benefit', tell: 'about.answer.benefit', return: true },
        children: { label: 'about.children', tell: 'about.answer.children', return: true },
      },
      skip: { return: true },
    },
  },
})
