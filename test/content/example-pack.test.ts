import { describe, expect, test } from '@jest/globals'
import type { DirectoryRecord } from '../../content/schema/record.js'
import { abilityForTopic, referralTopics } from '../../content/vocabulary.js'
import { areas, districtOf, live, pack, rulesOf } from './example-pack.js'

const { info, gazetteer, organisations, records } = pack
const recordIds = new Set(records.map(record => record.id))
const organisationIds = new Set(organisations.map(organisation => organisation.id))

const districts = gazetteer.areas.filter(area => area.level === 'district').map(area => area.id)
/** Harbour and offices: hardly anybody lives there, so what reaches the whole city is what it has. */
const homeDistricts = districts.filter(district => district !== 'westpoort')
const inDistrict = (district: string) => live.filter(record => districtOf(record.area) === district)

const inEveningOrWeekend = (record: DirectoryRecord) =>
  rulesOf(record).some(rule => rule.to >= '20:00' || rule.days.includes('SA') || rule.days.includes('SU'))

describe('the pack holds together', () => {
  test('it is large and broad', () => {
    expect(records.length).toBeGreaterThanOrEqual(90)
    expect(organisations.length).toBeGreaterThanOrEqual(15)
    expect(new Set(live.map(record => record.area)).size).toBeGreaterThanOrEqual(35)
  })

  test('ids occur once', () => {
    expect(recordIds.size).toBe(records.length)
    expect(organisationIds.size).toBe(organisations.length)
    expect(new Set(records.map(record => record.name)).size).toBe(records.length)
  })

  test('the general human contact is a free, walk-in place for everyone, every day, with reach over the city', () => {
    const contact = live.find(record => record.id === info.generalContact)
    expect(contact).toMatchObject({
      kind: 'meeting-place',
      reach: 'city',
      forWhom: ['everyone'],
      entry: 'walk-in',
      cost: 'free',
      schedule: {
        onHolidays: 'open',
        rules: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '09:00', to: '21:00' }],
      },
    })
    expect(contact?.can).toEqual(expect.arrayContaining(['listening', 'company', 'read-letters', 'fill-in-forms']))
  })

  test.each(records.map(record => [record.id, record] as const))('%s refers only to what exists', (_, record) => {
    const named = [...record.refersTo, record.replacedBy, record.load?.backup ?? null].filter(id => id !== null)
    expect(named.filter(id => !recordIds.has(id))).toEqual([])
    const owners = [record.organisation, record.owner.organisation, ...record.sharedWith]
    expect(owners.filter(id => !organisationIds.has(id))).toEqual([])
    expect([record.area, ...record.stops.map(stop => stop.area)].filter(id => !areas.has(id))).toEqual([])
    expect(areas.get(record.area)?.level).toBe('neighbourhood')
  })
})

test('everyone stands alone as an audience', () => {
  expect(records.filter(({ forWhom }) => forWhom.includes('everyone') && forWhom.length > 1)).toEqual([])
})

describe('nothing in it can be taken for real', () => {
  test.each(records.map(record => [record.id, record] as const))(
    '%s is an example without number or phone',
    (_, record) => {
      expect(record.example).toBe(true)
      expect(record.phone).toBe('unknown')
      expect(record.checked).toMatchObject({ source: 'voorbeeld' })
      if (record.where === 'unknown') return
      expect(record.where.houseNumber).toBeUndefined()
      expect(record.where.street).not.toMatch(/\s\d+\s?[a-z]?$/i)
    },
  )

  test('its organisations are examples', () => {
    expect(organisations.filter(organisation => !organisation.example)).toEqual([])
  })

  test('no text in it looks like a phone number or an address of a site or mailbox', () => {
    expect(JSON.stringify(records)).not.toMatch(/\b0\d[\d -]{7,}|\+31|@|https?:|www\./)
  })

  test('a first name stands only beside a dated consent', () => {
    const unconsented = records.filter(
      ({ host }) => host !== 'unknown' && host.firstName !== undefined && host.consent === undefined,
    )
    expect(unconsented).toEqual([])
  })
})

describe.each(homeDistricts)('%s has', district => {
  const here = inDistrict(district)
  const promises: Readonly<Record<string, (record: DirectoryRecord) => boolean>> = {
    'a walk-in consultation hour for letters': ({ kind, entry, can }) =>
      kind === 'consultation-hour' &&
      entry === 'walk-in' &&
      can.includes('read-letters') &&
      can.includes('fill-in-forms'),
    'a consultation hour for debts and bills': ({ kind, can }) =>
      kind === 'consultation-hour' && can.includes('debts') && can.includes('bills'),
    'a place with food': ({ can, forWhom }) => can.includes('food') && forWhom.includes('everyone'),
    'a meeting place for everyone': ({ kind, forWhom, can }) =>
      kind === 'meeting-place' && forWhom.includes('everyone') && can.includes('company') && can.includes('listening'),
    'a place where parents meet': ({ kind, can, what, admits }) =>
      kind === 'meeting-place' && can.includes('parenting') && what.includes('parents-talk') && admits.gender === 'all',
    'a place for people of 12 to 18': ({ can, admits }) =>
      can.includes('teenagers') && admits.gender === 'all' && admits.ages?.from === 12 && admits.ages.to === 18,
    'a place to practise Dutch': ({ can, admits }) => can.includes('dutch-practice') && admits.gender === 'all',
    'a key figure': ({ kind }) => kind === 'key-figure',
    'an opening in the evening or weekend': inEveningOrWeekend,
    'a place for women only': ({ admits }) => admits.gender === 'women',
    'a place for fathers or men': ({ admits, forWhom }) =>
      admits.gender !== 'women' && (forWhom.includes('fathers') || forWhom.includes('men')),
  }
  test.each(Object.entries(promises))('%s', (_, holds) => {
    expect(here.filter(holds).map(record => record.id)).not.toEqual([])
  })
})

const topicsByDistrict = districts.flatMap(district => referralTopics.map(topic => [district, topic] as const))

test.each(topicsByDistrict)('from %s a place for %s is within reach and open to all', (district, topic) => {
  const within = live.filter(
    record =>
      record.can.includes(abilityForTopic[topic]) &&
      record.admits.gender === 'all' &&
      (record.reach === 'city' || (record.reach === 'district' && districtOf(record.area) === district)),
  )
  expect(within.map(record => record.id)).not.toEqual([])
})

test('what cannot be unknown is known: with unknown hours there is a way to sign up (F3)', () => {
  expect(
    live.filter(({ schedule, entry }) => schedule === 'unknown' && (entry === 'unknown' || entry === 'walk-in')),
  ).toEqual([])
})

test('a route that is not in person leads on to a place where somebody sits beside you (D7)', () => {
  const alone = live.filter(
    record =>
      record.means !== 'in-person' &&
      !record.refersTo.some(id => live.some(other => other.id === id && other.means === 'in-person')),
  )
  expect(alone).toEqual([])
})

test('urgent money matters find a professional on every day of the week', () => {
  const daily = live.filter(
    record =>
      record.reach === 'city' &&
      record.staffing === 'professionals' &&
      record.can.includes('debts') &&
      new Set(rulesOf(record).flatMap(rule => rule.days)).size === 7,
  )
  expect(daily.map(record => record.id)).toEqual(['stadspunt-vandaag'])
})

test('the ended team leads to its successor', () => {
  expect(records.find(record => record.id === 'team-baken-oud')).toMatchObject({
    state: 'ended',
    replacedBy: 'team-vuurtoren-nieuw-west',
  })
})

test('one record is past its validity on 22 November 2026, so "ask first" can be seen', () => {
  const past = live.filter(({ checked }) => checked.validUntil !== null && checked.validUntil < '2026-11-22')
  expect(past.map(record => record.id)).toEqual(['oude-afspraak-kolenkit'])
})
