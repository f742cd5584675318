import type { Advance, Event, Referred } from '../../dialogs/engine/event.js'
import { advance } from '../../dialogs/engine/advance.js'
import { versionOf } from '../../dialogs/engine/prompt.js'
import { newSession, type Session, type SessionPlace } from '../../dialogs/engine/session.js'
import { dialogs } from '../../dialogs/index.js'

export const start: Session = newSession(versionOf(dialogs))

export const westplein: SessionPlace = { area: 'westplein', pc4: 1057, position: [52.37, 4.86] }
export const oostplein: SessionPlace = { area: 'oostplein', position: [52.36, 4.93] }

export const found: Referred = {
  type: 'referred',
  outcome: 'found',
  records: ['huiskamer'],
  relaxed: [],
  farther: false,
  more: false,
  notInTime: false,
}

export const tap = (option: string): Event => ({ type: 'choice', option })
export const command = (name: Extract<Event, { type: 'command' }>['command']): Event => ({
  type: 'command',
  command: name,
})
export const at = (...places: readonly SessionPlace[]): Event => ({ type: 'place', places })

/** Plays events one after the other, each look-up answered by `found`. Gives what the last event led to. */
export function playAll(events: readonly Event[], from: Session = start): Advance {
  let done: Advance = advance(dialogs, from, { type: 'start' })
  for (const event of events) {
    if (done.type === 'asking') done = advance(dialogs, done.session, found)
    done = advance(dialogs, done.session, event)
  }
  return done
}

/** The key of the question that waits, or what else the turn led to. */
export const asked = (done: Advance): string => (done.type === 'waiting' ? done.prompt.say.key : done.type)

export const offered = (done: Advance): readonly string[] =>
  done.type === 'waiting' ? done.prompt.offers.map(({ id }) => id) : []

export const said = (done: Advance): readonly string[] => done.says.map(({ key }) => key)
