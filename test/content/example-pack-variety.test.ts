import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import type { DirectoryRecord } from '../../content/schema/record.js'
import { activities, hostRoles, recordKinds } from '../../content/vocabulary.js'
import { live, pack, rulesOf } from './example-pack.js'

const languageCodes = ({ languages }: DirectoryRecord) =>
  languages === 'unknown' ? [] : languages.map(({ code }) => code)

describe('every variety occurs', () => {
  test.each(recordKinds)('kind %s', kind => {
    expect(live.some(record => record.kind === kind)).toBe(true)
  })

  const wantedLanguages = 'nl en tr ar ti pl bg es fr uk so fa ary ber tw pap hu ku'.split(' ')
  test.each(wantedLanguages)('language %s is spoken somewhere', code => {
    expect(live.some(record => languageCodes(record).includes(code))).toBe(true)
  })

  test('every language that is spoken has a name', () => {
    const terms = z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync(new URL('../../content/languages/nl/terms.json', import.meta.url), 'utf8')))
    expect(live.flatMap(languageCodes).filter(code => terms[`lang.${code}`] === undefined)).toEqual([])
  })

  test.each(['all', 'women', 'men'])('gender %s', gender => {
    expect(live.some(record => record.admits.gender === gender)).toBe(true)
  })

  test.each(activities)('activity %s', activity => {
    expect(live.some(record => record.what.includes(activity))).toBe(true)
  })

  test.each(hostRoles)('host %s', role => {
    expect(live.some(({ host }) => host !== 'unknown' && host.role === role)).toBe(true)
  })

  const states = { draft: 2, paused: 2, closed: 2, ended: 2 } as const
  test.each(Object.entries(states))('state %s occurs %i times', (state, times) => {
    expect(pack.records.filter(record => record.state === state)).toHaveLength(times)
  })

  const scheduleForms: Readonly<Record<string, (record: DirectoryRecord) => boolean>> = {
    'every second week, sign-up through the host': record =>
      record.entry === 'sign-up-through-host' && rulesOf(record).some(rule => rule.every === 2),
    'the last Friday of the month': record =>
      rulesOf(record).some(({ nth, days }) => nth === -1 && days.includes('FR')),
    'Ramadan evenings': record => rulesOf(record).some(rule => rule.during === 'ramadan'),
    'school weeks only': record => rulesOf(record).some(rule => rule.notDuring?.includes('school-holidays')),
    'a season': record => rulesOf(record).some(rule => rule.season !== undefined),
    'doors that close early': record => rulesOf(record).some(rule => rule.doorsClose !== undefined),
    'an exception': ({ schedule }) => typeof schedule !== 'string' && schedule.exceptions.length > 0,
    'by appointment': ({ schedule }) => schedule === 'by-appointment',
    'unknown hours': ({ schedule }) => schedule === 'unknown',
    'three stops': ({ stops }) => stops.length === 3,
    'two hours on two days of the week': record =>
      rulesOf(record).some(
        ({ days, from, to }) => days.length === 2 && Number(to.slice(0, 2)) - Number(from.slice(0, 2)) === 2,
      ),
    Sunday: record => rulesOf(record).some(rule => rule.days.includes('SU')),
  }
  test.each(Object.entries(scheduleForms))('schedule: %s', (_, holds) => {
    expect(live.some(holds)).toBe(true)
  })

  const facts = [
    'cost',
    'languages',
    'privateRoom',
    'access',
    'waiting',
    'host',
    'bring',
    'atmosphere',
    'staffing',
  ] as const
  test.each(facts)('%s is unknown somewhere, so the honest line can be seen', fact => {
    expect(live.some(record => record[fact] === 'unknown')).toBe(true)
  })
})
