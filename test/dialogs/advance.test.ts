import { describe, expect, test } from '@jest/globals'
import { advance } from '../../dialogs/engine/advance.js'
import type { QuestionAboutUs } from '../../content/vocabulary.js'
import type { Event } from '../../dialogs/engine/event.js'
import { dialogs } from '../../dialogs/index.js'
import { asked, at, command, found, offered, oostplein, playAll, said, start, tap, westplein } from './sessions.js'

const words = (...topics: Extract<Event, { type: 'topics' }>['topics']): Event => ({
  type: 'topics',
  topics,
  urgency: 'none',
  about: 'self',
})
const toCards = [tap('meeting'), tap('coffee'), at(westplein), found]

const questions: readonly (readonly [string, readonly Event[], string])[] = [
  ['begins with the menu', [], 'menu.ask'],
  ['an urgent letter goes straight to the place', [tap('letter'), tap('today')], 'where.ask'],
  ['a letter this week skips the kind, which the menu told', [tap('letter'), tap('week')], 'where.ask'],
  ['money without a date asks the kind', [tap('money'), command('skip')], 'money.kind'],
  ['food asks whether there is food today', [tap('money'), tap('later'), tap('food')], 'food.today'],
  ['a teenager by herself is asked her age', [tap('teen'), tap('self')], 'youth.age'],
  ['her parent is not asked the age of the child', [tap('teen'), tap('parent')], 'parenting.what'],
  ['for somebody else asks what it is about', [tap('other'), tap('someone')], 'menu.ask'],
  ['for somebody else only the area is asked then', [tap('other'), tap('someone'), tap('letter')], 'where.ask'],
  ['something else for somebody else leads to a person', [tap('other'), tap('someone'), command('skip')], 'where.ask'],
  [
    'after what she wanted to know she is back at the question she left',
    [tap('other'), tap('about'), tap('who')],
    'other.ask',
  ],
  ['so she is when she asks nothing', [tap('other'), tap('about'), command('skip')], 'other.ask'],
  ['and again the second time', [tap('other'), tap('about'), tap('who'), tap('about'), tap('pays')], 'other.ask'],
  ['skipping the menu asks only where', [command('skip')], 'where.ask'],
  ['skipping the place looks up all the same', [tap('meeting'), tap('coffee'), command('skip')], 'asking'],
  ['a place named early is not asked again', [at(westplein), tap('meeting'), tap('coffee')], 'asking'],
  [
    'two places of one name, too early, are not guessed',
    [at(westplein, oostplein), tap('meeting'), tap('coffee')],
    'where.ask',
  ],
  ['two places of one name are asked back', [tap('meeting'), tap('coffee'), at(westplein, oostplein)], 'where.which'],
  [
    'the one that was meant is taken',
    [tap('meeting'), tap('coffee'), at(westplein, oostplein), tap('area:oostplein')],
    'asking',
  ],
  ['another place after the cards looks up again', [...toCards, at(oostplein)], 'asking'],
  ['two places after the cards are asked back', [...toCards, at(westplein, oostplein)], 'where.which'],
  ['two topics: which first', [words('money-debt', 'meeting-people')], 'which.ask'],
  ['two topics, skipped: the first named', [words('money-debt', 'meeting-people'), command('skip')], 'money.when'],
  [
    'after the first topic the other waits',
    [words('money-debt', 'meeting-people'), tap('topic:meeting-people'), command('skip'), found, tap('next')],
    'money.when',
  ],
  ['an unknown option asks the same', [tap('nonsense')], 'menu.ask'],
  ['the name of an object property is no option', [tap('constructor')], 'menu.ask'],
  ['"another place" that is not on offer asks the same', [...toCards, tap('more')], 'after.ask'],
  ['an answer set by another choice cannot be tapped', [tap('money'), tap('week'), tap('benefit')], 'money.kind'],
  ['nonsense once: shorter', [tap('money'), { type: 'unclear' }], 'money.when.again'],
  ['nonsense twice: the menu', [tap('money'), { type: 'unclear' }, { type: 'unclear' }], 'menu.ask'],
  [
    'nonsense three times: a person',
    [tap('money'), { type: 'unclear' }, { type: 'unclear' }, { type: 'unclear' }],
    'asking',
  ],
  ['a person, from anywhere', [tap('child'), command('person')], 'asking'],
  ['stop ends', [tap('child'), command('stop')], 'finished'],
  ['later ends', [tap('child'), command('later')], 'finished'],
  ['after later the question still stands', [tap('child'), command('later'), { type: 'greeting' }], 'parenting.age'],
  ['after stop it begins again', [tap('child'), command('stop'), { type: 'greeting' }], 'menu.ask'],
  ['restart begins again', [tap('child'), command('restart')], 'menu.ask'],
  ['"no wish" looks up', [...toCards, tap('wish'), tap('no-wish')], 'asking'],
  ['a skipped wish looks up too', [...toCards, tap('wish'), command('skip')], 'asking'],
  ['nothing more after the cards ends kindly', [...toCards, command('skip')], 'finished'],
]

test.each(questions)('%s', (_, events, expected) => {
  expect(asked(playAll(events))).toBe(expected)
})

describe('back', () => {
  const returns: readonly (readonly [string, readonly Event[], string])[] = [
    ['at the start stays', [], 'menu.ask'],
    ['to the question before', [tap('money'), tap('week')], 'money.when'],
    ['from an answer about the chat to those questions', [tap('other'), tap('about'), tap('who')], 'about.ask'],
    ['from the cards to the place', toCards, 'where.ask'],
    ['from a person to the question', [tap('child'), command('person'), found], 'parenting.age'],
    [
      'from the menu of the lost to the question',
      [tap('child'), { type: 'unclear' }, { type: 'unclear' }],
      'parenting.age',
    ],
    ['from which place to the place', [tap('meeting'), tap('coffee'), at(westplein, oostplein)], 'where.ask'],
    [
      'from the first of two topics to which first',
      [words('money-debt', 'meeting-people'), tap('topic:money-debt')],
      'which.ask',
    ],
    ['from the second page of wishes to the first', [...toCards, tap('wish'), tap('more-wishes')], 'wish.ask'],
  ]
  test.each(returns)('%s', (_, events, expected) => {
    const before = events.length > 0 ? playAll(events.slice(0, -1)) : playAll([])
    const back = playAll([...events, command('back')])
    expect(asked(back)).toBe(expected)
    if (asked(before) === expected) expect(offered(back)).toEqual(offered(before))
  })

  test('undoes what hurried and for whom', () => {
    const hurried = playAll([tap('money'), tap('today'), command('back'), command('skip')])
    expect(hurried.session.urgency).toBe('none')
    expect(playAll([tap('other'), tap('someone'), command('back')]).session.forOther).toBe(false)
    expect(playAll([tap('other'), tap('someone'), tap('urgent')]).session.urgency).toBe('today')
  })

  test('never undoes that a minor is talking', () => {
    expect(playAll([tap('teen'), tap('self'), tap('yes'), command('back')]).session.minor).toBe(true)
  })
})

describe('what happens beside talking', () => {
  const effects: readonly (readonly [string, readonly Event[], object])[] = [
    ['a stated minor: nothing is kept', [tap('teen'), tap('self'), tap('yes')], { type: 'keep-nothing' }],
    [
      'no food today: the safety card',
      [tap('money'), tap('later'), tap('food'), tap('no')],
      { type: 'danger', category: 'hungry-tonight' },
    ],
    ['not safe: the safety card', [tap('child'), command('not-safe')], { type: 'danger', category: 'acute-danger' }],
    ['wipe', [tap('child'), command('wipe')], { type: 'wipe' }],
    ['another language', [tap('child'), command('language')], { type: 'choose-language' }],
  ]
  test.each(effects)('%s', (_, events, effect) => {
    expect(playAll(events).effects).toContainEqual(effect)
  })
})

describe('what is said', () => {
  const sayings: readonly (readonly [string, readonly Event[], string])[] = [
    ['a worry is met first', [words('money-debt')], 'ack.money'],
    ['food that is named is met', [words('money-food')], 'ack.food'],
    ['money has its first sentence', [tap('money')], 'money.intro'],
    ['a person is introduced as one', [command('person'), found], 'refer.person'],
    ['an apology before the person', [{ type: 'unclear' }, { type: 'unclear' }, { type: 'unclear' }], 'again.person'],
    ['stop is kind', [command('stop')], 'bye.stop'],
  ]
  test.each(sayings)('%s', (_, events, key) => {
    expect(said(playAll(events))).toContain(key)
  })

  test('money is not introduced over food, nor twice', () => {
    expect(said(playAll([words('money-food')]))).not.toContain('money.intro')
    expect(said(playAll([tap('money'), command('back'), tap('money')]))).not.toContain('money.intro')
  })
})

/** Questions about the chat, each where something else waits (A4). */
const waits: readonly (readonly [string, readonly Event[]])[] = [
  ['at the first question', []],
  ['in the middle', [tap('money'), tap('week')]],
  ['at which of two topics', [words('money-debt', 'meeting-people')]],
  ['at which of two places', [tap('meeting'), tap('coffee'), at(westplein, oostplein)]],
  ['after the cards', toCards],
  ['at the wishes', [...toCards, tap('wish'), tap('more-wishes')]],
]
const answered: readonly (readonly [QuestionAboutUs, string])[] = [
  ['who-are-you', 'about.answer.who'],
  ['who-pays', 'about.answer.pays'],
  ['touches-benefit', 'about.answer.benefit'],
  ['takes-children', 'about.answer.children'],
  ['what-is-kept', 'kept.answer'],
]
describe.each(answered)('%s', (name, key) => {
  test.each(waits)('%s is answered, and what waited is asked again', (_, events) => {
    const before = playAll(events)
    const after = playAll([...events, command(name)])
    expect(said(after)).toEqual([key])
    expect([asked(after), offered(after)]).toEqual([asked(before), offered(before)])
    expect(after.session).toEqual(before.session)
  })
})

test('every wish given, "no wish" is still there', () => {
  const everyWish = playAll([...toCards, tap('wish')]).session
  const all = advance(dialogs, { ...everyWish, preferences: [...new Set(everyWish.preferences)] }, { type: 'start' })
  expect(offered(all)).toContain('no-wish')
})

test('a session that was stored goes on where it was', () => {
  const { session } = playAll([tap('money'), tap('week')])
  const stored: unknown = JSON.parse(JSON.stringify(session))
  expect(stored).toEqual(session)
  expect(start.history).toEqual([])
})
