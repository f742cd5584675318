import { defineDialog } from './engine/definition.js'

/** What the first menu has no room for. */
export const other = defineDialog({
  id: 'other',
  version: 2,
  start: 'what',
  steps: {
    what: {
      type: 'choose',
      say: 'other.ask',
      again: 'other.again',
      options: {
        benefit: { label: 'other.benefit', icon: '📄', enter: 'money', sets: { kind: 'benefit' } },
        dutch: { label: 'other.dutch', icon: '🗣️', enter: 'referral', seeks: ['language-lesson'] },
        someone: { label: 'other.someone', icon: '🤝', goto: 'someone', forOther: true, tell: 'other.someone.intro' },
        about: { label: 'other.about', icon: 'ℹ️', enter: 'about' },
      },
      skip: { enter: 'referral', seeks: ['talk-to-human', 'meeting-people'] },
    },
    /**
     * The third question already, so that each answer leaves room for the area alone (A2): nothing more is asked about
     * somebody who is not there (A11). What hurries has a line of its own, in place of the question about a date (D1).
     */
    someone: {
      type: 'choose',
      say: 'menu.ask',
      again: 'menu.again',
      options: {
        urgent: {
          label: 'other.someone.urgent',
          icon: '🔴',
          enter: 'referral',
          seeks: ['money-letter', 'money-debt', 'money-cannot-pay'],
          sets: { when: 'today' },
        },
        letter: { label: 'menu.letter', icon: '✉️', enter: 'referral', seeks: ['money-letter', 'forms-help'] },
        money: {
          label: 'menu.money',
          icon: '💶',
          enter: 'referral',
          seeks: ['money-letter', 'money-debt', 'money-cannot-pay'],
        },
        child: { label: 'menu.child', icon: '🧒', enter: 'referral', seeks: ['parenting-general', 'parenting-school'] },
        teen: {
          label: 'menu.teen',
          icon: '🧑',
          enter: 'referral',
          seeks: ['parenting-teen'],
          sets: { childAge: '12-18' },
        },
        meeting: { label: 'menu.meeting', icon: '☕', enter: 'referral', seeks: ['meeting-people'] },
      },
      skip: { enter: 'referral', seeks: ['talk-to-human', 'meeting-people'], label: 'menu.other' },
    },
  },
})
