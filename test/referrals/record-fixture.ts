import { kmPerDegree } from '../../content/distance.js'
import { areaSchema } from '../../content/schema/area.js'
import { recordSchema, type DirectoryRecord, type DirectoryRecordInput } from '../../content/schema/record.js'
import { createSnapshot, type Snapshot } from '../../content/snapshot.js'
import type { ReferralQuestion } from '../../services/referrals/referral.js'

/** Monday 23 November 2026, 10:00 in Amsterdam. */
export const MONDAY = Date.parse('2026-11-23T10:00:00+01:00')
/** Open every day from nine to five. */
export const everyDay = {
  rules: [
    {
      freq: 'weekly',
      days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
      from: '09:00',
      to: '17:00',
      start: '2026-01-05',
    },
  ],
  onHolidays: 'open',
} satisfies DirectoryRecordInput['schedule']
/** Open on one day a week. */
export const onDay = (day: 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU', from = '10:00', to = '12:00') =>
  ({
    rules: [{ freq: 'weekly', days: [day], from, to, start: '2026-01-05' }],
  }) satisfies DirectoryRecordInput['schedule']

/** About a metre north, in degrees of latitude. */
const DEGREE_OF_METRE = 1 / (kmPerDegree * 1000)
const CENTRE = [52.37, 4.8] as const
/** A place so many metres north of where the questions are asked. */
export const metresAway = (metres: number): [number, number] => [CENTRE[0] + metres * DEGREE_OF_METRE, CENTRE[1]]
export const at = (metres: number): Exclude<DirectoryRecordInput['where'], 'unknown'> => ({
  street: 'Voorbeeldstraat',
  postcode: 1055,
  position: metresAway(metres),
})

let made = 0

/** A record that fits everybody: a meeting place open every day, in the area asked about. Parsed, so never a wrong shape. */
export function makeRecord(overrides: Partial<DirectoryRecordInput> = {}): DirectoryRecord {
  made += 1
  const id = overrides.id ?? `record-${made}`
  return recordSchema.parse({
    id,
    kind: 'meeting-place',
    version: 1,
    state: 'published',
    example: false,
    name: `Place ${id}`,
    organisation: 'house',
    area: 'north',
    reach: 'neighbourhood',
    where: at(100),
    what: ['coffee-together'],
    can: ['company'],
    forWhom: ['everyone'],
    admits: {},
    schedule: everyDay,
    entry: 'walk-in',
    waiting: 'none',
    languages: [{ code: 'nl' }],
    cost: 'free',
    privateRoom: 'unknown',
    bringSomeone: 'unknown',
    childrenWelcome: 'unknown',
    bring: ['nothing'],
    host: { role: 'host' },
    staffing: 'mixed',
    atmosphere: 'unknown',
    access: 'unknown',
    phone: 'unknown',
    formality: 'formal',
    owner: { organisation: 'house', contact: 'owner', backup: null },
    listedWithConsent: { on: '2026-11-01', by: 'owner' },
    checked: { source: 'visit', checkedOn: '2026-11-01', checkedBy: 'editor', how: 'visit', validUntil: null },
    ...overrides,
  })
}

const place = (
  id: string,
  level: 'neighbourhood' | 'district' | 'city',
  parent: string | null,
  metres: number,
  neighbours: string[] = [],
) =>
  areaSchema.parse({ id, level, name: id, parent, position: metresAway(metres), positionSource: 'made up', neighbours })

/** North and south border on each other in one district; east is in the same district; far is in another. */
const areas = [
  place('city', 'city', null, 0),
  place('west', 'district', 'city', 0),
  place('other', 'district', 'city', 8000),
  place('north', 'neighbourhood', 'west', 0, ['south']),
  place('south', 'neighbourhood', 'west', 1500, ['north']),
  place('east', 'neighbourhood', 'west', 3000),
  place('far', 'neighbourhood', 'other', 8000),
]

/** A snapshot of these records. The general contact is the record `contact`, when it is among them. */
export const makeSnapshot = (...records: readonly DirectoryRecord[]): Snapshot =>
  createSnapshot({
    info: {
      id: 'test',
      city: 'City',
      runBy: null,
      paidBy: null,
      municipal: false,
      example: true,
      generalContact: 'contact',
    },
    gazetteer: { areas, postcodes: [], landmarks: [] },
    organisations: [],
    records: [...records],
    themeCss: '',
  })

/** The general human contact, by phone, on working days. */
export const contact = (overrides: Partial<DirectoryRecordInput> = {}) =>
  makeRecord({
    id: 'contact',
    kind: 'team',
    what: ['listening-ear'],
    can: [],
    means: 'phone',
    reach: 'city',
    area: 'city',
    ...overrides,
  })

/** Somebody in the north who asks about a letter and told nothing else. */
export const makeQuestion = (overrides: Partial<ReferralQuestion> = {}): ReferralQuestion => ({
  topics: ['money-letter'],
  urgency: 'none',
  near: { area: 'north', pc4: 1055, position: metresAway(0) },
  language: 'nl',
  age: null,
  asker: 'adult',
  gender: null,
  preferences: [],
  shown: [],
  safety: false,
  ...overrides,
})
