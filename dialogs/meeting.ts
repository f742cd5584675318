import { defineDialog } from './engine/definition.js'

/** Being with people is a whole outcome, not a step to something else (A5). */
export const meeting = defineDialog({
  id: 'meeting',
  version: 1,
  start: 'what',
  steps: {
    what: {
      type: 'choose',
      say: 'meeting.what',
      again: 'meeting.what.again',
      remember: 'activity',
      options: {
        coffee: { label: 'meeting.what.coffee', icon: '☕', enter: 'referral', seeks: ['meeting-people'] },
        doing: { label: 'meeting.what.doing', icon: '🎨', enter: 'referral', seeks: ['meeting-people'] },
        dutch: { label: 'meeting.what.dutch', icon: '🗣️', enter: 'referral', seeks: ['language-lesson'] },
        children: {
          label: 'meeting.what.children',
          icon: '🧸',
          enter: 'referral',
          seeks: ['parenting-general', 'meeting-people'],
        },
      },
      skip: { enter: 'referral', seeks: ['meeting-people'] },
    },
  },
})
