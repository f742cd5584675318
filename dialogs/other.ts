import { defineDialog } from './engine/definition.js'

/** What the first menu has no room for. */
export const other = defineDialog({
  id: 'other',
  version: 1,
  start: 'what',
  steps: {
    what: {
      type: 'choose',
      say: 'other.ask',
      again: 'other.again',
      options: {
        benefit: { label: 'other.benefit', icon: '📄', enter: 'money', sets: { kind: 'benefit' } },
        dutch: { label: 'other.dutch', icon: '🗣️', enter: 'referral', seeks: ['language-lesson'] },
        someone: {
          label: 'other.someone',
          icon: '🤝',
          enter: 'opening',
          forOther: true,
          tell: 'other.someone.intro',
        },
        about: { label: 'other.about', icon: 'ℹ️', enter: 'about' },
      },
      skip: { enter: 'referral', seeks: ['talk-to-human', 'meeting-people'] },
    },
  },
})
