import { checkContent } from '../../../content/checks/check-content.js'
import type { CheckSubject } from '../../../content/checks/subject.js'
import { realSubject } from './real-subject.js'

const example = realSubject('overvecht-example')
/** The small pack as if somebody had checked it, so that a missing check shows. */
export const real: CheckSubject = {
  ...example,
  pack: {
    ...example.pack,
    records: example.pack.records.map(record => ({
      ...record,
      checked: {
        source: 'voorbeeld',
        checkedOn: '2026-11-01',
        checkedBy: 'voorbeeld',
        how: 'example',
        validUntil: null,
      },
      listedWithConsent: { on: '2026-11-01', by: 'voorbeeld' },
    })),
  },
}
const rulesOf = (subject: CheckSubject) => checkContent(subject).map(({ rule, where }) => `${rule} at ${where}`)
const before = new Set(rulesOf(real))
/** What a change breaks, beside what the content may still have wrong. */
export const broken = (subject: CheckSubject) => rulesOf(subject).filter(issue => !before.has(issue))
