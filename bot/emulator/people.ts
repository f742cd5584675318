import { keyOf, type Identity } from './identity.js'
import { createPerson, type Person } from './person.js'
import { createPhone, type Phone, type PhoneParts } from './phone.js'

/** Messages whose writer is known, so that they can be marked as read. */
const MOST_WRITTEN = 100_000

/** So that a number or id can stand in an address and a page as it is. */
const PLAIN = /^[A-Za-z0-9._-]+$/

interface Known {
  readonly person: Person
  readonly phone: Phone
}

/** Everybody who has WhatsApp here. Somebody with a number and a business-scoped id is found by either. */
export interface People {
  readonly all: readonly Person[]
  person(identity: Identity): Person
  /** The phone that a message goes to; somebody unknown gets one, on which nothing was ever written. */
  to(address: { readonly phone?: string; readonly bsuid?: string }): Phone
  /** False when nobody wrote such a message. */
  markRead(id: string): boolean
}

export function createPeople(parts: Omit<PhoneParts, 'identity' | 'wrote'>): People {
  const known = new Map<string, Known>()
  const writers = new Map<string, string>()

  function wrote(id: string, by: string): void {
    writers.set(id, by)
    const [oldest] = writers.keys()
    if (writers.size > MOST_WRITTEN && oldest !== undefined) writers.delete(oldest)
  }

  function knownOf(identity: Identity): Known {
    const key = keyOf(identity)
    const found = known.get(key) ?? known.get(identity.phone ?? key)
    if (found) return found
    if (!PLAIN.test(key)) throw new Error('A number has digits alone, and an id letters, digits and dots')
    const phone = createPhone({ ...parts, identity, wrote: id => wrote(id, key) })
    const made = { phone, person: createPerson(identity, phone) }
    for (const name of [identity.bsuid, identity.phone]) if (name !== undefined) known.set(name, made)
    return made
  }

  return {
    get all() {
      return [...new Set(known.values())].map(({ person }) => person)
    },
    person: identity => knownOf(identity).person,
    to: address => knownOf({ name: keyOf(address), ...address }).phone,
    markRead(id) {
      const writer = known.get(writers.get(id) ?? '')
      writer?.phone.markRead(id)
      return writer !== undefined
    },
  }
}
