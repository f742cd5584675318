import type { Pack } from '../schema/pack.js'
import type { DirectoryRecord } from '../schema/record.js'
import type { Issue } from './issue.js'

/** Whether each published record may be shown: what must be known, checked and agreed, and how it is reached (D7, F3, J8, K1). */
export function checkRecords({ records }: Pack): readonly Issue[] {
  const served = new Map(records.filter(isServed).map(record => [record.id, record]))
  return [
    ...records.flatMap(phoneIssues),
    ...[...served.values()].flatMap(record => [
      ...factIssues(record),
      ...upkeepIssues(record),
      ...routeIssues(record, served),
    ]),
  ]
}

const isServed = ({ state }: DirectoryRecord): boolean => state === 'published' || state === 'paused'

/** F3: name, area, what happens and audience are required by the schema; here the way in. */
function factIssues({ id, schedule, entry, where, stops }: DirectoryRecord): readonly Issue[] {
  const noWayIn = schedule === 'unknown' && (entry === 'unknown' || entry === 'walk-in')
  return [
    ...(noWayIn ? [critical('no-way-in', id, 'neither an opening time nor a way to sign up is known')] : []),
    ...(where === 'unknown' && stops.length === 0
      ? [warning('no-address', id, 'only the neighbourhood is known')]
      : []),
  ]
}

function upkeepIssues(record: DirectoryRecord): readonly Issue[] {
  const { id, checked, listedWithConsent, owner, kind, load, host, example } = record
  // Nobody can check or agree to what is made up; production refuses it anyway (K6).
  const missing = example ? warning : critical
  const unchecked = checked.checkedOn === null || checked.checkedBy === null || checked.how === 'none'
  const namesSomebody = host !== 'unknown' && host.firstName !== undefined
  const consent = host === 'unknown' ? undefined : host.consent
  return [
    ...(unchecked ? [missing('never-checked', id, 'who checked it, when and how must be filled in')] : []),
    ...(listedWithConsent ? [] : [missing('no-consent', id, 'whoever is listed must have agreed')]),
    ...(owner.backup ? [] : [warning('no-backup', id, 'it has one contact only')]),
    ...(namesSomebody && !consent
      ? [critical('name-without-consent', id, 'a first name stands there without consent')]
      : []),
    ...(consent?.withdrawnOn
      ? [warning('withdrawn-name', id, 'this consent was withdrawn: nothing shows the name, now remove it')]
      : []),
    ...(kind === 'key-figure' && !load
      ? [warning('no-load', id, 'how much may be asked of this person is not filled in')]
      : []),
  ]
}

/** A Dutch mobile number, which is somebody's own until proven otherwise. */
const MOBILE = /^(\+31|0031|0)6\d{8}$/

function phoneIssues({ id, phone }: DirectoryRecord): readonly Issue[] {
  if (!MOBILE.test(phone.replaceAll(/[\s().-]/g, ''))) return []
  return [critical('mobile-number', id, 'a mobile number is private: give the number of the place, or none')]
}

/** D7: what is only online or by phone names a place where somebody sits beside you. */
function routeIssues(
  { id, means, refersTo }: DirectoryRecord,
  served: ReadonlyMap<string, DirectoryRecord>,
): readonly Issue[] {
  const beside = refersTo.some(other => served.get(other)?.means === 'in-person')
  return means === 'in-person' || beside
    ? []
    : [critical('nobody-beside', id, `it is reached ${means} only and refers to no place where somebody sits with you`)]
}

function critical(rule: string, where: string, message: string): Issue {
  return { rule, severity: 'critical', where, message }
}

function warning(rule: string, where: string, message: string): Issue {
  return { rule, severity: 'warning', where, message }
}
