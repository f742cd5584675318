import type { ReferralTopic } from '../../content/vocabulary.js'
import type { Opening } from '../schedule/opening.js'
import type { Ring } from './area-rings.js'
import type { Entry } from './entry.js'

/** A door that may be shown, with all by which it is ordered. */
export interface Candidate {
  readonly entry: Entry
  readonly opening: Opening
  /** As the crow flies from the place asked about, for ordering; from the centre of its area where no more is known. */
  readonly metres: number
  readonly ring: Ring
  /** Topics asked about that it can help with, in the order asked. */
  readonly topics: readonly ReferralTopic[]
  readonly speaksLanguage: boolean
  /** Open today or tomorrow, so in time for what presses (D1). */
  readonly inTime: boolean
  readonly today: boolean
  /** The opening is one for who works in the daytime; looked at only when that was asked. */
  readonly offHours: boolean
}

/** What a visitor goes there for, and where: two cards with the same are one too many (F1). */
export const purposeOf = (entry: Entry): string => `${activityOf(entry)}@${entry.area}`
export const activityOf = ({ record }: Entry): string => record.what[0] ?? record.kind

/** A place with hours or an appointment: one that a key figure without hours may stand beside. */
export const works = ({ opening }: Candidate): boolean => opening.type !== 'unknown' && opening.type !== 'none'
export const isInPerson = ({ entry }: Candidate): boolean => entry.record.means === 'in-person'
