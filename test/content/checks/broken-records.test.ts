import { describe, expect, test } from '@jest/globals'
import type { CheckSubject } from '../../../content/checks/subject.js'
import type { Pack } from '../../../content/schema/pack.js'
import type { DirectoryRecord } from '../../../content/schema/record.js'
import { broken, real } from './broken.js'

const [firstRecord] = real.pack.records
function withRecord(change: Partial<DirectoryRecord>): CheckSubject {
  if (!firstRecord) throw new Error('The pack has no record')
  return withPack({ records: [{ ...firstRecord, ...change }, ...real.pack.records.slice(1)] })
}
const withPack = (change: Partial<Pack>): CheckSubject => ({ ...real, pack: { ...real.pack, ...change } })
const id = firstRecord?.id ?? ''
const unchecked = { source: 'bron', checkedOn: null, checkedBy: null, how: 'none', validUntil: null } as const

const records: readonly (readonly [string, string, CheckSubject])[] = [
  ['an unknown organisation', `unknown-organisation at ${id}`, withRecord({ organisation: 'nobody' })],
  [
    'an unknown owner',
    `unknown-organisation at ${id}`,
    withRecord({ owner: { organisation: 'nobody', contact: 'x', backup: null } }),
  ],
  ['an unknown area', `unknown-area at ${id}`, withRecord({ area: 'nowhere' })],
  ['a reference to nothing', `unknown-record at ${id}`, withRecord({ refersTo: ['nothing'] })],
  ['an unknown backup', `unknown-record at ${id}`, withRecord({ load: { perDay: 1, perWeek: 2, backup: 'nothing' } })],
  ['an unknown successor', `unknown-record at ${id}`, withRecord({ replacedBy: 'nothing' })],
  ['a place that replaces itself', `replaced-in-a-circle at ${id}`, withRecord({ replacedBy: id })],
  [
    'two records with one id',
    `duplicate-id at ${id}`,
    withPack({ records: [...real.pack.records, ...real.pack.records.slice(0, 1)] }),
  ],
  ['no way in', `no-way-in at ${id}`, withRecord({ schedule: 'unknown', entry: 'walk-in' })],
  ['never checked', `never-checked at ${id}`, withRecord({ example: false, checked: unchecked })],
  ['no consent', `no-consent at ${id}`, withRecord({ example: false, listedWithConsent: null })],
  [
    'a name without consent',
    `name-without-consent at ${id}`,
    withRecord({ host: { role: 'host', firstName: 'Fatima' } }),
  ],
  [
    'one contact only',
    `no-backup at ${id}`,
    withRecord({ owner: { organisation: firstRecord?.organisation ?? '', contact: 'x', backup: null } }),
  ],
  ['only online', `nobody-beside at ${id}`, withRecord({ means: 'online', refersTo: [] })],
  ['a mobile number', `mobile-number at ${id}`, withRecord({ phone: '06-12 34 56 78' })],
  ['a real phone in an example', `example-phone at ${id}`, withRecord({ phone: '020 123 4567' })],
  [
    'a house number in an example',
    `example-house-number at ${id}`,
    withRecord({ where: { street: 'Nieuwmarkt', houseNumber: '4', postcode: 1011, position: [52.37, 4.9] } }),
  ],
  ['a real place among examples', `wrong-example-mark at ${id}`, withRecord({ example: false })],
  [
    'no general contact',
    'no-general-contact at overvecht-example',
    withPack({ info: { ...real.pack.info, generalContact: 'nobody' } }),
  ],
  ['an area in nothing', 'unknown-parent at overvecht', withAreaIn('nothing')],
]

function withAreaIn(parent: string): CheckSubject {
  const { gazetteer } = real.pack
  return withPack({
    gazetteer: {
      ...gazetteer,
      areas: gazetteer.areas.map(area => (area.id === 'overvecht' ? { ...area, parent } : area)),
    },
  })
}

describe('records', () => {
  test.each(records)('%s', (_, issue, subject) => {
    expect(broken(subject)).toContain(issue)
  })
})
