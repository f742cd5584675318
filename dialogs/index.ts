import { about } from './about.js'
import type { Dialog, DialogId } from './engine/definition.js'
import { meeting } from './meeting.js'
import { money } from './money.js'
import { opening } from './opening.js'
import { other } from './other.js'
import { parenting } from './parenting.js'
import { referral } from './referral.js'
import { youth } from './youth.js'

/** Every dialog there is. To add one: its id in `engine/definition.ts`, its file, one line here. */
export const dialogs: Readonly<Record<DialogId, Dialog>> = {
  opening,
  other,
  about,
  money,
  parenting,
  youth,
  meeting,
  referral,
}
