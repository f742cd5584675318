import { describe, expect, test } from '@jest/globals'
import { createSnapshot } from '../../content/snapshot.js'
import { referralTopics } from '../../content/vocabulary.js'
import { createFindReferrals } from '../../services/referrals/find-referrals.js'
import type { ReferralQuestion } from '../../services/referrals/referral.js'
import { createOpenings } from '../../services/schedule/openings.js'
import { contentOf, MONDAY_MORNING } from '../app/test-app.js'

const { pack, calendar } = contentOf()
const snapshot = createSnapshot(pack)
const find = createFindReferrals(snapshot, { openings: createOpenings(calendar) })
const ids = [...snapshot.records.keys()]

function questionOf(record: string, topic: (typeof referralTopics)[number]): ReferralQuestion {
  const area = snapshot.areas.get(snapshot.records.get(record)?.area ?? '')
  if (!area) throw new Error(`${record} stands in no area`)
  return {
    topics: [topic],
    urgency: 'none',
    near: { area: area.id, position: area.position },
    language: 'nl',
    age: null,
    asker: 'adult',
    gender: null,
    preferences: [],
    shown: [],
    safety: false,
  }
}
const cardsOf = (question: ReferralQuestion) => find(question, MONDAY_MORNING).suggestions.map(({ record }) => record)
/** Whether it would be found when everything else had been shown already: it can help, is open to her, and can stand alone. */
function fits(record: string, question: ReferralQuestion): boolean {
  const answer = find({ ...question, shown: ids.filter(id => id !== record) }, MONDAY_MORNING)
  return answer.type === 'found' && answer.suggestions.some(each => each.record === record)
}

describe('the place of a link (A10)', () => {
  test('comes first for everything it can do, and never for what it cannot', () => {
    const seen = { first: 0, moved: 0, never: 0 }
    for (const record of ids.filter(id => snapshot.records.get(id)?.faith === false))
      for (const topic of referralTopics) {
        const question = questionOf(record, topic)
        const linked = cardsOf({ ...question, first: record })
        if (fits(record, question)) {
          expect([record, topic, linked[0]]).toEqual([record, topic, record])
          seen.first += 1
          if (cardsOf(question)[0] !== record) seen.moved += 1
        } else if (!cardsOf(question).includes(record) && !linked.includes(record)) seen.never += 1
      }
    expect(seen.first).toBeGreaterThan(100)
    expect(seen.moved).toBeGreaterThan(50)
    expect(seen.never).toBeGreaterThan(100)
  })

  test('a place that was shown already does not come again', () => {
    const question = questionOf('buurtkamer-de-brug', 'meeting-people')
    expect(cardsOf({ ...question, first: 'buurtkamer-de-brug', shown: ['buurtkamer-de-brug'] })).not.toContain(
      'buurtkamer-de-brug',
    )
  })

  test('what is open to women only is not shown to a man who came by its link', () => {
    const womens = ids.filter(id => snapshot.records.get(id)?.admits.gender === 'women')
    expect(womens.length).toBeGreaterThan(0)
    for (const record of womens)
      for (const topic of referralTopics) {
        const question: ReferralQuestion = { ...questionOf(record, topic), gender: 'men', first: record }
        expect(cardsOf(question)).not.toContain(record)
      }
  })

  test('what presses goes to a door that opens in time, before a link', () => {
    for (const record of ids) {
      const question: ReferralQuestion = { ...questionOf(record, 'money-cannot-pay'), urgency: 'today' }
      const [plain, linked] = [find(question, MONDAY_MORNING), find({ ...question, first: record }, MONDAY_MORNING)]
      const inTime = (answer: typeof plain) =>
        answer.suggestions[0]?.reasons.some(({ type }) => type === 'today' || type === 'open-now') === true
      if (inTime(plain))
        expect([record, inTime(linked) || linked.suggestions[0]?.opening.type]).not.toContain('unknown')
    }
  })

  test('an id that is none changes nothing', () => {
    const question = questionOf('buurtkamer-de-brug', 'meeting-people')
    expect(find({ ...question, first: '__proto__' }, MONDAY_MORNING)).toEqual(find(question, MONDAY_MORNING))
  })
})
