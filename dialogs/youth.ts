import { defineDialog } from './engine/definition.js'

/** A teenager, asked for by herself or by another (E2, E7). Nobody is told, and for a minor nothing is kept. */
export const youth = defineDialog({
  id: 'youth',
  version: 1,
  start: 'who',
  steps: {
    who: {
      type: 'choose',
      say: 'youth.who',
      again: 'youth.who.again',
      remember: 'youthWho',
      options: {
        self: { label: 'youth.who.self', icon: '🙋', goto: 'age' },
        parent: {
          label: 'youth.who.parent',
          icon: '👪',
          enter: 'parenting',
          sets: { childAge: '12-18' },
        },
        other: {
          label: 'youth.who.other',
          icon: '🤝',
          enter: 'referral',
          seeks: ['parenting-teen'],
          sets: { childAge: '12-18' },
          forOther: true,
        },
      },
      skip: { enter: 'referral', seeks: ['parenting-teen'] },
    },
    age: {
      type: 'choose',
      say: 'youth.age',
      again: 'youth.age.again',
      remember: 'underAge',
      options: {
        yes: {
          label: 'yes',
          enter: 'referral',
          seeks: ['parenting-teen'],
          sets: { childAge: '12-18' },
          minor: true,
          tell: 'youth.minor',
        },
        no: { label: 'no', enter: 'referral', seeks: ['talk-to-human', 'meeting-people'] },
      },
      skip: { enter: 'referral', seeks: ['parenting-teen'], sets: { childAge: '12-18' }, minor: true },
    },
  },
})
