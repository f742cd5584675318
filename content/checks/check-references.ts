import type { Pack } from '../schema/pack.js'
import type { DirectoryRecord } from '../schema/record.js'
import type { Issue } from './issue.js'

/** Everything a record names exists, nothing names itself, and ids occur once (K4). */
export function checkReferences({ info, gazetteer, organisations, records }: Pack): readonly Issue[] {
  const known = {
    areas: new Set(gazetteer.areas.map(({ id }) => id)),
    organisations: new Set(organisations.map(({ id }) => id)),
    records: new Map(records.map(record => [record.id, record])),
  }
  const contact = known.records.get(info.generalContact)
  return [
    ...twice(
      'record',
      records.map(({ id }) => id),
    ),
    ...twice(
      'organisation',
      organisations.map(({ id }) => id),
    ),
    ...(contact?.state === 'published'
      ? []
      : [
          critical(
            'no-general-contact',
            info.id,
            `"${info.generalContact}" receives whoever fits nowhere, and is not a published record`,
          ),
        ]),
    ...records.flatMap(record => referenceIssues(record, known)),
  ]
}

interface Known {
  readonly areas: ReadonlySet<string>
  readonly organisations: ReadonlySet<string>
  readonly records: ReadonlyMap<string, DirectoryRecord>
}

function referenceIssues(record: DirectoryRecord, known: Known): readonly Issue[] {
  const { id, load, replacedBy, refersTo, stops } = record
  const backup = load?.backup ?? null
  const records = [...refersTo, ...(replacedBy ? [replacedBy] : []), ...(backup ? [backup] : [])]
  const organisations = [record.organisation, record.owner.organisation, ...record.sharedWith]
  const areas = [record.area, ...stops.map(({ area }) => area)]
  return [
    ...records
      .filter(other => !known.records.has(other))
      .map(other => critical('unknown-record', id, `there is no record "${other}"`)),
    ...records.filter(other => other === id).map(() => critical('names-itself', id, 'it refers to itself')),
    ...organisations
      .filter(other => !known.organisations.has(other))
      .map(other => critical('unknown-organisation', id, `there is no organisation "${other}"`)),
    ...areas
      .filter(other => !known.areas.has(other))
      .map(other => critical('unknown-area', id, `there is no area "${other}"`)),
    ...(endsInCircle(record, known.records)
      ? [critical('replaced-in-a-circle', id, 'its successors lead back to it')]
      : []),
  ]
}

function endsInCircle({ id, replacedBy }: DirectoryRecord, records: Known['records']): boolean {
  const seen = new Set([id])
  for (let next = replacedBy; next; next = records.get(next)?.replacedBy ?? null) {
    if (seen.has(next)) return true
    seen.add(next)
  }
  return false
}

function twice(what: string, ids: readonly string[]): readonly Issue[] {
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map(id => critical('duplicate-id', id, `two ${what}s have this id`))
}

function critical(rule: string, where: string, message: string): Issue {
  return { rule, severity: 'critical', where, message }
}
