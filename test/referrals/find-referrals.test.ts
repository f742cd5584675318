import { describe, expect, test } from '@jest/globals'
import { loadCalendar } from '../../content/calendar.js'
import type { DirectoryRecord, DirectoryRecordInput } from '../../content/schema/record.js'
import type { Preference } from '../../content/vocabulary.js'
import { createFindReferrals } from '../../services/referrals/find-referrals.js'
import type { ReferralQuestion } from '../../services/referrals/referral.js'
import { createOpenings } from '../../services/schedule/openings.js'
import { at, contact, everyDay, makeQuestion, makeRecord, makeSnapshot, MONDAY, onDay } from './record-fixture.js'

const openings = createOpenings(loadCalendar())
const ask = (records: readonly DirectoryRecord[], question: Partial<ReferralQuestion> = {}, now = MONDAY) =>
  createFindReferrals(makeSnapshot(...records), { openings })(makeQuestion(question), now)
const ids = (answer: ReturnType<typeof ask>) => answer.suggestions.map(({ record }) => record)
const reasonsOf = (answer: ReturnType<typeof ask>, id: string) =>
  answer.suggestions.find(({ record }) => record === id)?.reasons.map(({ type }) => type)

type Input = Partial<DirectoryRecordInput>
/** Places that read letters, each for another purpose, so that all of them may be shown together. */
const letters = (id: string, overrides: Input = {}) =>
  makeRecord({ id, can: ['read-letters'], what: ['read-letters-together'], ...overrides })
const others = ['fill-in-forms-together', 'explain-the-way', 'look-at-bills-together'] as const
const three = (a: Input, b: Input, c: Input) => [
  letters('a', { what: [others[0]], ...a }),
  letters('b', { what: [others[1]], ...b }),
  letters('c', { what: [others[2]], ...c }),
]

describe('the order of cards (F4, F5)', () => {
  const money: Partial<ReferralQuestion> = { topics: ['money-letter'] }
  const cases: readonly {
    name: string
    records: [Input, Input, Input]
    question?: Partial<ReferralQuestion>
    order: string[]
  }[] = [
    {
      name: 'a meeting place, then a professional who comes there, then an institution',
      records: [{ kind: 'team' }, { kind: 'consultation-hour', staffing: 'professionals' }, {}],
      order: ['c', 'b', 'a'],
    },
    {
      name: 'going along before an institution',
      records: [{ kind: 'team' }, { kind: 'team', can: ['read-letters', 'go-along'] }, { kind: 'key-figure' }],
      order: ['c', 'b', 'a'],
    },
    {
      name: 'danger turns it round',
      records: [{}, { kind: 'consultation-hour', staffing: 'professionals' }, { kind: 'team' }],
      question: { safety: true },
      order: ['c', 'b', 'a'],
    },
    {
      name: 'debts go to an adviser first',
      records: [
        { can: ['debts'] },
        { can: ['debts'], kind: 'consultation-hour', staffing: 'professionals' },
        { can: ['debts'], kind: 'team' },
      ],
      question: { topics: ['money-debt'] },
      order: ['b', 'a', 'c'],
    },
    {
      name: 'neighbours who help rank with places',
      records: [
        { where: at(600) },
        { kind: 'consultation-hour', staffing: 'residents', where: at(100) },
        { kind: 'team' },
      ],
      order: ['b', 'a', 'c'],
    },
    {
      name: 'her language before a shorter way',
      records: [{}, { languages: [{ code: 'tr' }], where: at(900) }, { languages: 'unknown' }],
      question: { language: 'tr' },
      order: ['b', 'a', 'c'],
    },
    { name: 'nearer, in bands', records: [{ where: at(1200) }, { where: at(700) }, {}], order: ['c', 'b', 'a'] },
    {
      name: 'within a band the soonest',
      records: [
        { schedule: onDay('WE'), where: at(10) },
        { schedule: onDay('TU'), where: at(400) },
        { schedule: onDay('TH'), where: at(20) },
      ],
      order: ['b', 'a', 'c'],
    },
    {
      name: 'with money worries free comes first',
      records: [{ cost: 'small-gift' }, { where: at(900) }, { cost: 'unknown' }],
      question: money,
      order: ['b', 'a', 'c'],
    },
    {
      name: 'for the whole city comes after local',
      records: [{ reach: 'city', where: at(10) }, { where: at(900) }, { reach: 'district', where: at(1900) }],
      order: ['b', 'c', 'a'],
    },
    {
      name: 'known hours before appointments before unknown',
      records: [{ schedule: 'unknown' }, { schedule: 'by-appointment' }, { kind: 'team' }],
      order: ['c', 'b', 'a'],
    },
    {
      name: 'somebody to sit beside before a telephone',
      records: [{ means: 'phone' }, { kind: 'team' }, { means: 'online' }],
      order: ['b', 'a', 'c'],
    },
    {
      name: 'what presses: open in time comes first',
      records: [{ schedule: onDay('TH') }, { kind: 'team', schedule: onDay('TU') }, { schedule: onDay('WE') }],
      question: { urgency: 'today' },
      order: ['b', 'c', 'a'],
    },
    {
      name: 'another district comes after the own',
      records: [{ area: 'far', where: at(8000) }, { area: 'east', where: at(3000) }, { kind: 'team' }],
      order: ['c', 'b'],
    },
  ]
  test.each(cases)('$name', ({ records, question, order }) => {
    expect(ids(ask(three(...records), question))).toEqual(order)
  })
})

describe('what is never shown', () => {
  const cases: readonly { name: string; record: Input; question?: Partial<ReferralQuestion> }[] = [
    { name: 'closed', record: { state: 'closed' } },
    { name: 'hidden', record: { state: 'hidden' } },
    { name: 'paused', record: { pausedUntil: '2026-12-24' } },
    { name: 'ended', record: { endsOn: '2026-11-20' } },
    { name: 'replaced', record: { replacedBy: 'b' } },
    {
      name: 'checked too long ago',
      record: {
        checked: { source: 'visit', checkedOn: '2026-01-01', checkedBy: null, how: 'visit', validUntil: null },
      },
    },
    {
      name: 'out of season',
      record: { schedule: { rules: [{ ...everyDay.rules[0]!, season: { from: '06-01', to: '08-31' } }] } },
    },
    { name: 'able to do something else', record: { can: ['debts'] } },
    { name: 'saying that it cannot', record: { can: ['read-letters'], cannot: ['read-letters'] } },
    { name: 'for women, unasked', record: { admits: { gender: 'women' } } },
    { name: 'for women by its audience, unasked', record: { forWhom: ['women', 'mothers'] } },
    {
      name: 'for women, to a man',
      record: { admits: { gender: 'women' } },
      question: { gender: 'men', preferences: ['women-only'] },
    },
    { name: 'for men, to a woman', record: { admits: { gender: 'men' } }, question: { gender: 'women' } },
    { name: 'for the next postcode', record: { admits: { pc4: [1056] } } },
    { name: 'for a postcode, her own unknown', record: { admits: { pc4: [1055] } }, question: { near: null } },
    {
      name: 'for small children, asked for fifteen',
      record: { admits: { ages: { from: 0, to: 4 } } },
      question: { age: { from: 15, to: 15 } },
    },
    {
      name: 'for primary school, asked for a teenager',
      record: { admits: { ages: { from: 4, to: 12 } } },
      question: { age: { from: 12, to: 18 } },
    },
    { name: 'for older people, unasked', record: { forWhom: ['older-people'] } },
    { name: 'a person without recorded permission', record: { kind: 'key-figure', listedWithConsent: null } },
    {
      name: 'a person who withdrew',
      record: {
        kind: 'key-figure',
        host: { role: 'neighbour', consent: { on: '2026-01-01', textVersion: 1, withdrawnOn: '2026-02-01' } },
      },
    },
    { name: 'only by telephone', record: { means: 'phone' } },
    { name: 'a key figure without hours, alone', record: { kind: 'key-figure', schedule: 'unknown' } },
    { name: 'already shown', record: {}, question: { shown: ['a'] } },
  ]
  test.each(cases)('$name', ({ record, question }) => {
    const answer = ask([letters('a', record), contact()], question)
    expect(answer.type).toBe('general')
    expect(ids(answer)).toEqual(['contact'])
  })

  test('the same record without the fault is shown', () => {
    expect(ids(ask([letters('a'), contact()]))).toEqual(['a'])
  })
})

describe('who asks for it finds it', () => {
  test('women-only, asked as a woman or as a wish', () => {
    const records = [letters('a', { admits: { gender: 'women' } })]
    expect(ids(ask(records, { gender: 'women' }))).toEqual(['a'])
    expect(ids(ask(records, { preferences: ['women-only'] }))).toEqual(['a'])
  })
  test('in her own postcode', () => {
    expect(ids(ask([letters('a', { admits: { pc4: [1055] } })]))).toEqual(['a'])
  })
  test('five to twelve for a child of four to twelve', () => {
    expect(ids(ask([letters('a', { admits: { ages: { from: 5, to: 12 } } })], { age: { from: 4, to: 12 } }))).toEqual([
      'a',
    ])
  })
  test('a key figure without hours beside a place', () => {
    const records = [letters('a', { kind: 'key-figure', schedule: 'unknown', what: ['listening-ear'] }), letters('b')]
    expect(ids(ask(records))).toEqual(['b', 'a'])
  })
  test('a telephone line beside a desk', () => {
    expect(ids(ask([letters('a', { means: 'phone', what: ['legal-questions'] }), letters('b')]))).toEqual(['b', 'a'])
  })
  test('the stop of a moving place, at its own hours', () => {
    const stop = { id: 'market', area: 'north', place: 'Market', position: at(10).position, schedule: onDay('TU') }
    const records = [letters('bus', { kind: 'mobile-stop', area: 'city', where: 'unknown', stops: [stop] })]
    expect(ask(records).suggestions).toMatchObject([
      { record: 'bus', stop: 'market', metres: 10, opening: { from: Date.parse('2026-11-24T10:00:00+01:00') } },
    ])
  })
})

describe('purposes (F1)', () => {
  test('54 near-equal records give one card of a purpose in an area, and the easy door', () => {
    const records = Array.from({ length: 54 }, (_, index) =>
      letters(`same-${index}`, { where: at(index * 10), can: ['read-letters', 'company'] }),
    )
    expect(ids(ask(records))).toEqual(['same-0'])
    expect(ids(ask([...records, makeRecord({ id: 'coffee' })]))).toEqual(['same-0', 'coffee'])
  })
  test('another purpose is found behind many doors of the same', () => {
    const same = Array.from({ length: 54 }, (_, index) => letters(`same-${index}`, { where: at(index) }))
    const behind = letters('other', { what: ['explain-the-way'], where: at(900) })
    expect(ids(ask([...same, behind]))).toEqual(['same-0', 'other'])
  })
  test('the same purpose in another area may fill up', () => {
    expect(
      ids(ask([letters('a'), letters('b', { area: 'south', where: at(1500) }), letters('c', { where: at(200) })])),
    ).toEqual(['a', 'b'])
  })
  test('"something else" goes on and never repeats', () => {
    const records = Array.from({ length: 10 }, (_, index) => letters(`same-${index}`))
    const seen: string[] = []
    for (let round = 0; round < 10; round += 1) {
      const answer = ask(records, { shown: seen })
      expect(answer.type === 'found' && answer.more).toBe(round < 9)
      for (const id of ids(answer)) expect(seen).not.toContain(id)
      seen.push(...ids(answer))
    }
    expect(seen).toHaveLength(10)
  })
})

describe('two doors (F4, E1)', () => {
  const coffee = makeRecord({ id: 'coffee' })
  test('a letter question has an easy door beside the helping one, and says so', () => {
    const answer = ask([...three({}, {}, {}), coffee])
    expect(ids(answer)).toEqual(['a', 'b', 'coffee'])
    expect(reasonsOf(answer, 'coffee')).toContain('easy-door')
    expect(reasonsOf(answer, 'a')).not.toContain('easy-door')
  })
  test.each([
    ['by sign-up', makeRecord({ id: 'coffee', entry: 'sign-up' })],
    ['for money', makeRecord({ id: 'coffee', cost: 'small-gift' })],
    ['at the other side of the city', makeRecord({ id: 'coffee', area: 'far', where: at(8000) })],
  ])('coffee %s is no easy door', (_, record) => {
    expect(ids(ask([letters('a'), record]))).toEqual(['a'])
  })
  test('not in danger, nor when it presses', () => {
    expect(ids(ask([letters('a'), coffee], { safety: true }))).toEqual(['a'])
    expect(ids(ask([letters('a'), coffee], { urgency: 'today' }))).toEqual(['a'])
  })
  test('a parenting answer holds a meeting place beside the professional, even one by sign-up', () => {
    const adviser = makeRecord({
      id: 'adviser',
      kind: 'team',
      can: ['parenting'],
      what: ['baby-questions'],
      entry: 'by-appointment',
    })
    const parents = makeRecord({ id: 'parents', what: ['parents-talk'], forWhom: ['parents'], entry: 'sign-up' })
    expect(ids(ask([adviser, parents], { topics: ['parenting-general'] }))).toEqual(['adviser', 'parents'])
  })
  test('and may consist of a meeting place alone', () => {
    const parents = makeRecord({ id: 'parents', can: ['parenting'], what: ['parents-talk'], forWhom: ['parents'] })
    expect(ids(ask([parents], { topics: ['parenting-general'] }))).toEqual(['parents'])
  })
})

describe('wishes (F12)', () => {
  const cases: readonly { wish: Preference; fits: Input; question?: Partial<ReferralQuestion> }[] = [
    { wish: 'near', fits: { where: at(900) } },
    { wish: 'on-foot', fits: { where: at(900) } },
    { wish: 'my-language', fits: { languages: [{ code: 'tr' }] }, question: { language: 'tr' } },
    { wish: 'women-only', fits: { admits: { gender: 'women' } } },
    { wish: 'quiet-and-small', fits: { atmosphere: ['small-group'] } },
    { wish: 'with-small-children', fits: { childrenWelcome: 'yes' } },
    { wish: 'bring-someone', fits: { bringSomeone: 'yes' } },
    { wish: 'free', fits: { cost: 'free' } },
    { wish: 'evening-or-weekend', fits: { schedule: onDay('SA') } },
    { wish: 'does-not-know-me', fits: { communityRun: false } },
  ]
  const plain: Input = { where: at(2500), cost: 'unknown', communityRun: true, schedule: onDay('TU') }
  test.each(cases)(
    '$wish changes the answer, is said, and is given up when nothing meets it',
    ({ wish, fits, question }) => {
      const without = letters('plain', plain)
      const met = letters('met', { ...plain, what: ['explain-the-way'], ...fits })
      const answer = ask([without, met], { ...question, preferences: [wish] })
      expect(ids(answer)).toEqual(['met'])
      expect(answer.suggestions[0]?.reasons).toContainEqual({ type: 'preference', preference: wish })
      expect(ask([without], { ...question, preferences: [wish] })).toMatchObject({
        relaxed: [wish],
        suggestions: [{ record: 'plain' }],
        gap: { because: 'filtered-out' },
      })
    },
  )

  test('are given up from the last to the first, only as many as needed', () => {
    const records = [letters('a', { atmosphere: ['quiet'], cost: 'unknown' })]
    expect(ask(records, { preferences: ['quiet-and-small', 'bring-someone', 'free'] })).toMatchObject({
      relaxed: ['free', 'bring-someone'],
    })
  })
  test('Turkish without the wish is not filtered to Turkish places', () => {
    expect(ids(ask(three({}, { languages: [{ code: 'tr' }] }, {}), { language: 'tr' }))).toEqual(['b', 'a', 'c'])
  })
  test('for who is not to be known one card lies outside the neighbourhood', () => {
    const records = [...three({}, {}, {}), letters('d', { area: 'south', where: at(1500), what: ['legal-questions'] })]
    expect(ids(ask(records, { preferences: ['does-not-know-me'] }))).toEqual(['a', 'b', 'd'])
  })
})

describe('where nothing fits (F10, F13, E5, D1)', () => {
  test.each([
    ['a bordering neighbourhood', 'south', 1500],
    ['the same district', 'east', 3000],
    ['the rest of the city', 'far', 8000],
  ])('falls through to %s, and says so', (_, area, metres) => {
    const answer = ask([letters('a', { area, where: at(metres) })])
    expect(answer).toMatchObject({
      type: 'found',
      farther: true,
      suggestions: [{ record: 'a', metres }],
      gap: { because: 'nothing-here' },
    })
    expect(reasonsOf(answer, 'a')).toContain('farther')
  })
  test('the nearest meeting place, then the general contact', () => {
    const records = [contact(), makeRecord({ id: 'far-off', where: at(900) }), makeRecord({ id: 'close' })]
    const answer = ask(records, { topics: ['money-debt'] })
    expect(answer).toMatchObject({
      type: 'general',
      gap: { topic: 'money-debt', area: 'north', language: 'nl', because: 'nothing-here' },
    })
    expect(ids(answer)).toEqual(['close', 'contact'])
  })
  test('a father where all is for women: said and counted', () => {
    const answer = ask([contact(), letters('a', { admits: { gender: 'women' } })], { gender: 'men' })
    expect(answer).toMatchObject({
      type: 'general',
      suggestions: [{ record: 'contact' }],
      gap: { because: 'none-open-to-men' },
    })
  })
  test('what presses and opens too late: who can be reached now comes first, and it is said', () => {
    const records = [
      letters('later', { schedule: onDay('FR') }),
      contact(),
      makeRecord({ id: 'now', can: ['listening'] }),
    ]
    const answer = ask(records, { urgency: 'today' })
    expect(answer).toMatchObject({ type: 'found', gap: { because: 'not-in-time' } })
    expect(ids(answer)).toEqual(['contact', 'now', 'later'])
  })
  test('the contact stays when its check has run out, and is repeated rather than nothing', () => {
    const year = MONDAY + 400 * 86_400_000
    expect(ids(ask([contact()], {}, year))).toEqual(['contact'])
    expect(ids(ask([contact()], { shown: ['contact'] }))).toEqual(['contact'])
  })
  test('without a contact any open door', () => {
    expect(ids(ask([makeRecord({ id: 'garden', can: [], what: ['garden'] })]))).toEqual(['garden'])
  })
  test('without an area what is for the whole city comes first, and nothing is called near', () => {
    const answer = ask(three({}, { reach: 'city', where: at(5000) }, {}), { near: null })
    expect(ids(answer)[0]).toBe('b')
    expect(answer.suggestions.flatMap(({ reasons }) => reasons.map(({ type }) => type))).not.toContain('near')
    expect(answer.suggestions.map(({ metres }) => metres)).toEqual([null, null, null])
  })
  test('a place of faith is shown only when it is the nearest fit', () => {
    const house = (metres: number) => letters('faith', { faith: true, where: at(metres), what: ['listening-ear'] })
    expect(ids(ask([house(500), letters('b')]))).toEqual(['b'])
    expect(ids(ask([house(50), letters('b')]))).toContain('faith')
  })
})
