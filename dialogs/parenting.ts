import { defineDialog } from './engine/definition.js'

/** Parents and their children. Meeting other parents is always among the answers (E1). */
export const parenting = defineDialog({
  id: 'parenting',
  version: 1,
  start: 'age',
  intro: 'parenting.intro',
  steps: {
    age: {
      type: 'choose',
      say: 'parenting.age',
      again: 'parenting.age.again',
      remember: 'childAge',
      options: {
        '0-4': { label: 'parenting.age.0-4', icon: '👶', goto: 'young' },
        '4-12': { label: 'parenting.age.4-12', icon: '🧒', goto: 'child' },
        '12-18': { label: 'parenting.age.12-18', icon: '🧑', goto: 'teen' },
      },
      skip: { goto: 'child' },
    },
    young: {
      type: 'choose',
      notForOther: true,
      say: 'parenting.what',
      again: 'parenting.what.again',
      remember: 'parentWish',
      options: {
        raising: { label: 'parenting.what.raising', icon: '💬', enter: 'referral', seeks: ['parenting-young'] },
        parents: { label: 'parenting.what.parents', icon: '👪', enter: 'referral', seeks: ['parenting-general'] },
        school: { label: 'parenting.what.school', icon: '🏫', enter: 'referral', seeks: ['parenting-school'] },
        rest: { label: 'parenting.what.rest', icon: '☕', enter: 'referral', seeks: ['meeting-people'] },
      },
      skip: { enter: 'referral', seeks: ['parenting-young', 'parenting-general'] },
    },
    child: {
      type: 'choose',
      notForOther: true,
      say: 'parenting.what',
      again: 'parenting.what.again',
      remember: 'parentWish',
      options: {
        school: { label: 'parenting.what.school', icon: '🏫', enter: 'referral', seeks: ['parenting-school'] },
        raising: { label: 'parenting.what.raising', icon: '💬', enter: 'referral', seeks: ['parenting-general'] },
        parents: { label: 'parenting.what.parents', icon: '👪', enter: 'referral', seeks: ['parenting-general'] },
        rest: { label: 'parenting.what.rest', icon: '☕', enter: 'referral', seeks: ['meeting-people'] },
      },
      skip: { enter: 'referral', seeks: ['parenting-general', 'parenting-school'] },
    },
    teen: {
      type: 'choose',
      notForOther: true,
      say: 'parenting.what',
      again: 'parenting.what.again',
      remember: 'parentWish',
      options: {
        raising: { label: 'parenting.what.raising', icon: '💬', enter: 'referral', seeks: ['parenting-teen'] },
        school: {
          label: 'parenting.what.school',
          icon: '🏫',
          enter: 'referral',
          seeks: ['parenting-school', 'parenting-teen'],
        },
        parents: { label: 'parenting.what.parents', icon: '👪', enter: 'referral', seeks: ['parenting-general'] },
        rest: { label: 'parenting.what.rest', icon: '☕', enter: 'referral', seeks: ['meeting-people'] },
      },
      skip: { enter: 'referral', seeks: ['parenting-teen'] },
    },
  },
})
