import { defineDialog } from './engine/definition.js'

const anyMoney = ['money-letter', 'money-debt', 'money-cannot-pay'] as const

/** Money, letters, food. What hurries comes first: today or tomorrow asks nothing more than the area (D1). */
export const money = defineDialog({
  id: 'money',
  version: 1,
  start: 'when',
  intro: 'money.intro',
  steps: {
    when: {
      type: 'choose',
      say: 'money.when',
      again: 'money.when.again',
      remember: 'when',
      options: {
        today: { label: 'money.when.today', icon: '🔴', enter: 'referral', seeks: anyMoney },
        tomorrow: { label: 'money.when.tomorrow', icon: '🟠', enter: 'referral', seeks: anyMoney },
        week: { label: 'money.when.week', icon: '🟡', goto: 'kind' },
        later: { label: 'money.when.later', icon: '⚪', goto: 'kind' },
      },
      skip: { goto: 'kind', label: 'action.skip.unknown' },
    },
    kind: {
      type: 'choose',
      notForOther: true,
      say: 'money.kind',
      again: 'money.kind.again',
      remember: 'kind',
      options: {
        letter: { label: 'money.kind.letter', icon: '✉️', enter: 'referral', seeks: ['money-letter', 'forms-help'] },
        'cannot-pay': { label: 'money.kind.cannot-pay', icon: '🧾', enter: 'referral', seeks: ['money-cannot-pay'] },
        debts: { label: 'money.kind.debts', icon: '📚', enter: 'referral', seeks: ['money-debt'] },
        food: { label: 'money.kind.food', icon: '🍞', goto: 'food', tell: 'food.intro' },
        benefit: { label: 'other.benefit', only: 'preset', enter: 'referral', seeks: ['money-benefit'] },
      },
      skip: { enter: 'referral', seeks: anyMoney, label: 'action.skip.unknown' },
    },
    food: {
      type: 'choose',
      say: 'food.today',
      again: 'food.today.again',
      remember: 'foodToday',
      options: {
        yes: { label: 'yes', icon: '👍', enter: 'referral', seeks: ['money-food'] },
        no: { label: 'no', icon: '👎', enter: 'referral', seeks: ['money-food'], danger: 'hungry-tonight' },
      },
      skip: { enter: 'referral', seeks: ['money-food'] },
    },
  },
})
