import { defineDialog } from './engine/definition.js'

/** Where every route ends: the area, at most three cards, and what somebody may want after them. */
export const referral = defineDialog({
  id: 'referral',
  version: 1,
  start: 'where',
  steps: {
    where: { type: 'place', say: 'where.ask', again: 'where.again', goto: 'refer', skip: { goto: 'refer' } },
    refer: { type: 'refer', goto: 'after' },
    after: {
      type: 'choose',
      say: 'after.ask',
      again: 'after.again',
      options: {
        next: { label: 'after.next', icon: '➡️', only: 'queued', enter: 'referral' },
        more: { label: 'after.more', icon: '🔎', only: 'more', goto: 'refer' },
        wish: { label: 'after.wish', icon: '⭐', goto: 'wish' },
        else: { label: 'after.else', icon: '💬', enter: 'opening' },
        done: { label: 'after.done', icon: '👍', end: true, tell: 'bye.done' },
      },
      skip: { end: true, tell: 'bye.done', unseen: true },
    },
    wish: { type: 'prefer', say: 'wish.ask', again: 'wish.again', goto: 'refer' },
  },
})
