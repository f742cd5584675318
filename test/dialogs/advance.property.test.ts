import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commands, preferences, referralTopics, urgencies } from '../../content/vocabulary.js'
import { advance } from '../../dialogs/engine/advance.js'
import type { Event } from '../../dialogs/engine/event.js'
import { MOST_SHOWN, MOST_VISITS, type Session } from '../../dialogs/engine/session.js'
import { dialogs } from '../../dialogs/index.js'
import { offered, start } from './sessions.js'

const place = fc.record({ area: fc.constantFrom('a', 'b', 'c'), position: fc.constant<[number, number]>([52.4, 4.9]) })

/** Anything that can happen, also what no question offers: an old tap, a forged id, an answer of the directory out of turn. */
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant('choice' as const),
    option: fc.oneof(
      fc.string(),
      fc.constantFrom('skip', 'constructor', '__proto__', 'toString', 'more', 'next', 'wish', 'else', 'today'),
    ),
  }),
  fc.record({ type: fc.constant('place' as const), places: fc.array(place, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('topics' as const),
    topics: fc.uniqueArray(fc.constantFrom(...referralTopics), { maxLength: 3 }),
    urgency: fc.constantFrom(...urgencies),
    about: fc.constantFrom('self' as const, 'other' as const),
  }),
  fc.record({ type: fc.constant('command' as const), command: fc.constantFrom(...commands) }),
  fc.constantFrom<Event>({ type: 'start' }, { type: 'greeting' }, { type: 'attachment' }, { type: 'unclear' }),
  fc.record({
    type: fc.constant('referred' as const),
    outcome: fc.constantFrom('found' as const, 'general' as const),
    records: fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
    relaxed: fc.uniqueArray(fc.constantFrom(...preferences), { maxLength: 2 }),
    farther: fc.boolean(),
    more: fc.boolean(),
    notInTime: fc.boolean(),
  }),
)

/** A row of events; a number taps what is on offer, so that the walk gets somewhere. */
const anyWalk = fc.array(fc.oneof({ weight: 2, arbitrary: fc.nat({ max: 9 }) }, { weight: 1, arbitrary: anyEvent }), {
  maxLength: 40,
})

function walk(
  steps: readonly (number | Event)[],
  see: (before: Session, event: Event, after: ReturnType<typeof advance>) => void,
): void {
  let done = advance(dialogs, start, { type: 'start' })
  for (const step of steps) {
    const offers = offered(done)
    const event: Event =
      typeof step === 'number' ? { type: 'choice', option: offers[step % Math.max(1, offers.length)] ?? 'skip' } : step
    const before = done.session
    done = advance(dialogs, before, event)
    see(before, event, done)
  }
}

test('nothing that can happen throws, and every answer waits, asks or has ended', () => {
  fc.assert(
    fc.property(anyWalk, steps => {
      walk(steps, (_, __, { type }) => expect(['waiting', 'asking', 'finished']).toContain(type))
    }),
    { numRuns: 300 },
  )
})

test('a question that waits always has an answer that can be tapped', () => {
  fc.assert(
    fc.property(anyWalk, steps => {
      walk(steps, (_, __, after) => {
        if (after.type === 'waiting') expect(after.prompt.offers.length).toBeGreaterThan(0)
      })
    }),
    { numRuns: 200 },
  )
})

test('a session survives being stored, and answers the same after it', () => {
  fc.assert(
    fc.property(anyWalk, anyEvent, (steps, next) => {
      walk(steps, (_, __, { session }) => {
        const stored = JSON.parse(JSON.stringify(session)) as typeof session
        expect(advance(dialogs, stored, next)).toEqual(advance(dialogs, session, next))
      })
    }),
    { numRuns: 100 },
  )
})

test('what is remembered stays small', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat({ max: 9 }), anyEvent), { minLength: 60, maxLength: 120 }), steps => {
      walk(steps, (_, __, { session }) => {
        expect(session.history.length).toBeLessThanOrEqual(MOST_VISITS)
        expect(session.shown.length).toBeLessThanOrEqual(MOST_SHOWN)
      })
    }),
    { numRuns: 50 },
  )
})

test('the session that was handed in is never changed, and a stated minor stays one', () => {
  fc.assert(
    fc.property(anyWalk, steps => {
      walk(steps, (before, event, after) => {
        const copy = structuredClone(before)
        advance(dialogs, before, event)
        expect(before).toEqual(copy)
        if (before.minor) expect(after.session.minor).toBe(true)
      })
    }),
    { numRuns: 100 },
  )
})
