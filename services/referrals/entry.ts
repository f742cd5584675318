import type { Position } from '../../content/schema/area.js'
import type { DirectoryRecord } from '../../content/schema/record.js'
import type { Schedule } from '../../content/schema/schedule.js'
import type { Snapshot } from '../../content/snapshot.js'
import type { Ability, Gender } from '../../content/vocabulary.js'
import { audienceBits, genderOf, mayBeListed } from './eligibility.js'
import { freshnessSpan } from './freshness.js'
import { metBy, preferenceBits } from './preference.js'
import { stepOf, type Step } from './step.js'

/** One door of a record, worked out once a snapshot: the record itself, or each stop of one that moves. */
export interface Entry {
  readonly record: DirectoryRecord
  readonly stop: string | null
  readonly area: string
  readonly schedule: Schedule
  readonly position: Position
  /** False when only its area is known: then no distance is told. */
  readonly exact: boolean
  readonly step: Step
  readonly gender: Gender
  readonly audiences: number
  readonly preferences: number
  readonly pc4: ReadonlySet<number> | null
  readonly languages: ReadonlySet<string>
  readonly abilities: readonly Ability[]
  /** It may be served from this moment to that one, when state and freshness are looked at. */
  readonly from: number
  readonly until: number
  /** Coffee or Dutch, walk in, free: a door for who comes without a worry (F4). */
  readonly easyDoor: boolean
}

/**
 * Every door that can be served at some time. Drafts, closed, ended and replaced records give none. Equal schedules become
 * one object, so that each is worked out once.
 */
export function createEntries(snapshot: Snapshot): readonly Entry[] {
  const schedules = new Map<string, Schedule>()
  const shared = (schedule: Schedule): Schedule => {
    const key = JSON.stringify(schedule)
    const known = schedules.get(key) ?? schedule
    schedules.set(key, known)
    return known
  }
  const entries = [...snapshot.records.values()].flatMap(record => entriesOf(record, snapshot))
  return entries.map(entry => ({ ...entry, schedule: shared(entry.schedule) }))
}

/** The doors of one record. */
export function entriesOf(record: DirectoryRecord, { areas, gazetteer }: Snapshot): readonly Entry[] {
  if (record.state !== 'published' || record.replacedBy !== null || !mayBeListed(record)) return []
  const shared = sharedParts(record)
  if (record.stops.length > 0)
    return record.stops.map(({ id, area, position, schedule }) => ({
      ...shared,
      stop: id,
      area,
      position,
      schedule,
      exact: true,
    }))
  const { where, area, schedule } = record
  const position = where === 'unknown' ? (areas.get(area) ?? gazetteer.areas[0])?.position : where.position
  return position ? [{ ...shared, stop: null, area, schedule, position, exact: where !== 'unknown' }] : []
}

function sharedParts(record: DirectoryRecord) {
  const { can, cannot, languages, entry, cost, means, admits } = record
  const abilities = can.filter(ability => !cannot.includes(ability))
  const span = freshnessSpan(record)
  const easy = abilities.includes('company') || abilities.includes('dutch-practice')
  return {
    record,
    step: stepOf(record),
    gender: genderOf(record),
    audiences: audienceBits(record.forWhom),
    preferences: preferenceBits(metBy(record)),
    pc4: admits.pc4 === null ? null : new Set(admits.pc4),
    languages: new Set(languages === 'unknown' ? [] : languages.map(({ code }) => code)),
    abilities,
    from: span.pausedBefore,
    until: Math.min(span.hiddenFrom, span.endedFrom),
    easyDoor: easy && entry === 'walk-in' && cost === 'free' && means === 'in-person',
  }
}
