import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { distanceKm } from '../../content/distance.js'
import { loadCalendar } from '../../content/calendar.js'
import type { Position } from '../../content/schema/area.js'
import type { DirectoryRecord } from '../../content/schema/record.js'
import { abilityForTopic, preferences, referralTopics, urgencies } from '../../content/vocabulary.js'
import type { CandidateIndex } from '../../services/referrals/candidate-index.js'
import { createColumns, passes } from '../../services/referrals/columns.js'
import { isIn } from '../../services/referrals/eligibility.js'
import type { Entry } from '../../services/referrals/entry.js'
import { createFindReferrals } from '../../services/referrals/find-referrals.js'
import { freshness } from '../../services/referrals/freshness.js'
import type { ReferralAnswer, ReferralQuestion } from '../../services/referrals/referral.js'
import { createOpenings } from '../../services/schedule/openings.js'
import {
  at,
  contact,
  everyDay,
  makeQuestion,
  makeRecord,
  makeSnapshot,
  metresAway,
  MONDAY,
  onDay,
} from './record-fixture.js'

const openings = createOpenings(loadCalendar())
const unknownOr = <T>(...values: T[]) => fc.constantFrom<'unknown' | T>('unknown', ...values)

const records = fc
  .record({
    kind: fc.constantFrom(
      'meeting-place' as const,
      'consultation-hour' as const,
      'key-figure' as const,
      'team' as const,
    ),
    state: fc.constantFrom(
      'published' as const,
      'published' as const,
      'published' as const,
      'closed' as const,
      'paused' as const,
    ),
    metres: fc.integer({ min: 0, max: 9000 }),
    area: fc.constantFrom('north', 'south', 'east', 'far'),
    reach: fc.constantFrom('neighbourhood' as const, 'city' as const),
    what: fc.constantFrom(
      'coffee-together' as const,
      'read-letters-together' as const,
      'parents-talk' as const,
      'plan-for-debts' as const,
    ),
    can: fc.subarray([
      'company' as const,
      'read-letters' as const,
      'debts' as const,
      'parenting' as const,
      'listening' as const,
    ]),
    gender: fc.constantFrom('all' as const, 'all' as const, 'women' as const, 'men' as const),
    ages: fc.constantFrom(null, { from: 0, to: 4 }, { from: 12, to: 18 }),
    pc4: fc.constantFrom(null, null, 1055, 1056),
    forWhom: fc.constantFrom('everyone' as const, 'parents' as const, 'women' as const),
    schedule: fc.constantFrom('unknown' as const, 'by-appointment' as const, everyDay, onDay('WE'), onDay('SA')),
    language: fc.constantFrom('nl', 'tr'),
    cost: unknownOr('free' as const, 'small-gift' as const),
    childrenWelcome: unknownOr('yes' as const, 'no' as const),
    means: fc.constantFrom('in-person' as const, 'in-person' as const, 'phone' as const),
    checkedOn: fc.constantFrom('2026-11-01', '2026-05-20', '2026-01-01'),
    entry: fc.constantFrom('walk-in' as const, 'sign-up' as const),
  })
  .map(({ metres, gender, ages, pc4, language, checkedOn, what, forWhom, ...rest }) => ({
    ...rest,
    where: at(metres),
    what: [what],
    forWhom: [forWhom],
    admits: { gender, ages, pc4: pc4 === null ? null : [pc4] },
    languages: [{ code: language }],
    checked: { source: 'visit', checkedOn, checkedBy: 'editor', how: 'visit' as const, validUntil: null },
  }))
const directories = fc
  .array(records, { maxLength: 40 })
  .map(list => list.map((one, index) => makeRecord({ id: `r${index}`, ...one })))

const questions: fc.Arbitrary<ReferralQuestion> = fc
  .record({
    topics: fc.constantFrom(...referralTopics).map(topic => [topic] as const),
    urgency: fc.constantFrom(...urgencies),
    near: fc.constantFrom(
      null,
      { area: 'north', pc4: 1055, position: metresAway(0) },
      { area: 'far', position: metresAway(8000) },
    ),
    language: fc.constantFrom('nl', 'tr', 'ti'),
    age: fc.constantFrom(null, { from: 15, to: 15 }, { from: 0, to: 4 }),
    gender: fc.constantFrom(null, 'women' as const, 'men' as const),
    preferences: fc.uniqueArray(fc.constantFrom(...preferences), { maxLength: 3 }),
    safety: fc.boolean(),
  })
  .map(makeQuestion)

const ids = ({ suggestions }: ReferralAnswer) => suggestions.map(({ record }) => record)
const recordOf = (list: readonly DirectoryRecord[], id: string) => {
  const found = list.find(one => one.id === id)
  if (!found) throw new Error(`The answer names ${id}, which is not in the directory.`)
  return found
}
const holds = (check: (list: readonly DirectoryRecord[], question: ReferralQuestion) => void) =>
  fc.assert(fc.property(directories, questions, check), { numRuns: 100, seed: 11 })

describe('whatever is asked of whatever directory', () => {
  test('one to three cards, distinct, each with an own purpose in its area', () =>
    holds((list, question) => {
      const answer = createFindReferrals(makeSnapshot(...list, contact()), { openings })(question, MONDAY)
      expect(answer.suggestions.length).toBeGreaterThan(0)
      expect(answer.suggestions.length).toBeLessThanOrEqual(3)
      const all = [...list, contact()]
      const purposes = ids(answer)
        .map(id => recordOf(all, id))
        .map(({ what, area }) => `${what[0]}@${area}`)
      expect(new Set(ids(answer)).size).toBe(answer.suggestions.length)
      expect(new Set(purposes).size).toBe(purposes.length)
    }))

  test('nothing closed, paused or expired, and no door that stays shut', () =>
    holds((list, question) => {
      const all = [...list, contact()]
      const answer = createFindReferrals(makeSnapshot(...all), { openings })(question, MONDAY)
      for (const { record, opening } of answer.suggestions) {
        expect(['fresh', 'call-first']).toContain(freshness(recordOf(all, record), MONDAY))
        expect(opening.type).not.toBe('none')
      }
    }))

  test('hard filters hold, also after wishes were given up', () =>
    holds((list, question) => {
      const all = [...list, contact()]
      const answer = createFindReferrals(makeSnapshot(...all), { openings })(question, MONDAY)
      const women =
        question.gender === 'women' || (question.gender === null && question.preferences.includes('women-only'))
      const men = question.gender === 'men' || question.preferences.includes('open-to-men')
      for (const { admits, forWhom } of ids(answer).map(id => recordOf(all, id))) {
        if (admits.gender === 'women' || forWhom.every(audience => audience === 'women')) expect(women).toBe(true)
        if (admits.gender === 'men') expect(men).toBe(true)
        if (admits.pc4) expect(admits.pc4).toContain(question.near?.pc4)
        if (admits.ages && question.age)
          expect([admits.ages.from <= question.age.from + 1, admits.ages.to >= question.age.to - 1]).toEqual([
            true,
            true,
          ])
      }
    }))

  test('each stated reason is a criterion that is met', () =>
    holds((list, question) => {
      const all = [...list, contact()]
      const answer = createFindReferrals(makeSnapshot(...all), { openings })(question, MONDAY)
      for (const { record: id, reasons, opening, metres } of answer.suggestions) {
        const record = recordOf(all, id)
        for (const reason of reasons) {
          if (reason.type === 'topic') expect(record.can).toContain(abilityForTopic[reason.topic])
          if (reason.type === 'language') expect(record.languages).toContainEqual({ code: question.language })
          if (reason.type === 'preference') expect(question.preferences).toContain(reason.preference)
          if (reason.type === 'preference' && reason.preference === 'free') expect(record.cost).toBe('free')
          if (reason.type === 'near')
            expect(record.area === question.near?.area || (metres ?? Infinity) <= 1000).toBe(true)
          if (reason.type === 'farther') expect(record.area).not.toBe(question.near?.area)
          if (reason.type === 'city-wide') expect(record.reach).toBe('city')
          if (reason.type === 'open-now') expect(opening.type).toBe('open')
        }
      }
    }))

  test('a route that is only a telephone is not alone, save as the general contact', () =>
    holds((list, question) => {
      const answer = createFindReferrals(makeSnapshot(...list, contact()), { openings })(question, MONDAY)
      const means = ids(answer)
        .filter(id => id !== 'contact')
        .map(id => recordOf(list, id).means)
      if (means.length > 0 && answer.type === 'found') expect(means).toContain('in-person')
    }))

  test('asking on never repeats a card, until all are shown', () =>
    holds((list, question) => {
      const find = createFindReferrals(makeSnapshot(...list, contact()), { openings })
      const shown: string[] = []
      for (
        let answer = find(question, MONDAY);
        answer.type === 'found';
        answer = find({ ...question, shown: [...shown] }, MONDAY)
      ) {
        for (const id of ids(answer).filter(one => one !== 'contact')) expect(shown).not.toContain(id)
        shown.push(...ids(answer))
        expect(shown.length).toBeLessThan(200)
      }
    }))

  test('wishes are given up from the last, and a longer list of kept ones has no match', () =>
    holds((list, question) => {
      const find = createFindReferrals(makeSnapshot(...list, contact()), { openings })
      const answer = find(question, MONDAY)
      if (answer.type !== 'found') return
      const kept = question.preferences.length - answer.relaxed.length
      expect(answer.relaxed).toEqual(question.preferences.slice(kept).toReversed())
      expect(find({ ...question, preferences: question.preferences.slice(0, kept) }, MONDAY)).toMatchObject({
        relaxed: [],
      })
    }))

  test('the index finds what a plain look at every record finds', () =>
    holds((list, question) => {
      const snapshot = makeSnapshot(...list, contact())
      const plain = createFindReferrals(snapshot, { openings, createIndex: lookAtAll })(question, MONDAY)
      expect(createFindReferrals(snapshot, { openings })(question, MONDAY)).toEqual(plain)
    }))
})

/** The oracle: no trees, every door is asked. */
function lookAtAll(entries: readonly Entry[]): CandidateIndex {
  const columns = createColumns(entries)
  const near = ({ position }: Entry, [latitude, longitude]: Position, reach: number) =>
    distanceKm([latitude, longitude], position) * 1000 <= reach
  return {
    find: ({ abilities, company, language, from, reach, demands, accepts }) =>
      entries.filter(
        (entry, index) =>
          near(entry, from, reach) &&
          passes(columns, index, demands) &&
          abilities.some(ability => entry.abilities.includes(ability)) &&
          isIn(company, entry.gender) &&
          (language === null || entry.languages.has(language)) &&
          accepts(entry),
      ),
    nearest: ({ demands, accepts }) =>
      entries.filter((entry, index) => passes(columns, index, demands) && accepts(entry)),
  }
}
