import { defineDialog } from './engine/definition.js'

/** The first question. Small, practical topics; meeting somebody or being listened to is as good as any (A5). */
export const opening = defineDialog({
  id: 'opening',
  version: 1,
  start: 'menu',
  steps: {
    menu: {
      type: 'choose',
      say: 'menu.ask',
      again: 'menu.again',
      options: {
        letter: { label: 'menu.letter', icon: '✉️', enter: 'money', sets: { kind: 'letter' } },
        money: { label: 'menu.money', icon: '💶', enter: 'money' },
        child: { label: 'menu.child', icon: '🧒', enter: 'parenting' },
        teen: { label: 'menu.teen', icon: '🧑', enter: 'youth' },
        meeting: { label: 'menu.meeting', icon: '☕', enter: 'meeting' },
        listen: { label: 'menu.listen', icon: '👂', enter: 'referral', seeks: ['talk-to-human'] },
        other: { label: 'menu.other', icon: '💬', enter: 'other' },
      },
      skip: { enter: 'referral', seeks: ['talk-to-human', 'meeting-people'], unseen: true },
    },
  },
})
