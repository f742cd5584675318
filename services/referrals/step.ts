import type { DirectoryRecord } from '../../content/schema/record.js'
import type { ReferralQuestion } from './referral.js'

/** The order in which doors are offered (F4): 1 a known face or meeting place … 4 an institution. */
export const steps = [1, 2, 3, 4] as const
export type Step = (typeof steps)[number]

/**
 * Which step a record is, from what it is and who runs it, never from its name:
 * 1. a key figure, a meeting place, an event, and an hour that residents or volunteers run: people from the area;
 * 2. an hour or stop with a professional, who comes to such a place;
 * 3. a team that goes along to an appointment;
 * 4. every other team and scheme: an institution.
 */
export function stepOf({ kind, staffing, can, cannot }: DirectoryRecord): Step {
  const neighbours = staffing === 'residents' || staffing === 'volunteers'
  switch (kind) {
    case 'key-figure':
    case 'meeting-place':
    case 'event':
      return 1
    case 'consultation-hour':
      return neighbours ? 1 : 2
    case 'mobile-stop':
      return 2
    case 'team':
    case 'scheme':
      return can.includes('go-along') && !cannot.includes('go-along') ? 3 : 4
  }
}

/** Where a step comes for this question; lower is earlier. */
export function placeOf(step: Step, question: ReferralQuestion): number {
  if (question.safety) return -step
  // Hard money matters go to an adviser first, simple paperwork to neighbours who help (D2).
  return step === 2 && isHardMatter(question) ? 0 : step
}

/** Debts are always hard; what cannot be paid is, when it presses. */
const isHardMatter = ({ topics: [first], urgency }: ReferralQuestion): boolean =>
  first === 'money-debt' || (first === 'money-cannot-pay' && urgency === 'today')
