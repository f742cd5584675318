import type { Address } from './wire.js'
import { contactShape, lacks } from './webhook-shape.js'

/** Digits with country code, as the platform writes them; E.164 has at most 15. */
const PHONE = /^\+?(\d{5,15})$/
/** A country's two letters, a dot, and what Meta makes up: `NL.1234`. */
const BSUID = /^[A-Z]{2}\.[A-Za-z0-9._-]{1,253}$/

/** Who is meant by what the platform calls `from`, `wa_id`, `user_id` or `recipient_id`, whatever it holds. May be empty. */
export function addressOf(...names: readonly (string | undefined)[]): Address {
  const bsuid = names.find(name => name !== undefined && BSUID.test(name))
  const phone = names.map(phoneOf).find(found => found !== undefined)
  return { ...(bsuid !== undefined && { bsuid }), ...(phone !== undefined && { phone }) }
}

export const isKnown = ({ bsuid, phone }: Address): boolean => bsuid !== undefined || phone !== undefined

/** The people of one payload. */
export interface Contacts {
  /** The same person, with the other id where this payload tells exactly one for her. */
  complete(address: Address): Address
  /** The one person that the payload speaks of; empty where there are more, or none. */
  readonly only: Address
}

/** Reads `contacts`; a bad contact spoils no other. */
export function readContacts(contacts: readonly unknown[]): Contacts {
  const people = contacts.map(personOf).filter(isKnown)
  const phones = new Map<string, string | null>()
  const bsuids = new Map<string, string | null>()
  for (const { bsuid, phone } of people) {
    if (bsuid === undefined || phone === undefined) continue
    pair(phones, bsuid, phone)
    pair(bsuids, phone, bsuid)
  }
  const [first = {}] = people
  return {
    complete: ({ bsuid, phone }) =>
      addressOf(bsuid ?? bsuids.get(phone ?? '') ?? undefined, phone ?? phones.get(bsuid ?? '') ?? undefined),
    only: people.length === 1 ? first : {},
  }
}

/** Two different partners are none: matching the wrong person is worse than a new start. */
function pair(pairs: Map<string, string | null>, one: string, other: string): void {
  const known = pairs.get(one)
  pairs.set(one, known === undefined || known === other ? other : null)
}

function personOf(contact: unknown): Address {
  if (lacks(contact, 'wa_id') !== undefined && lacks(contact, 'user_id') !== undefined) return {}
  const read = contactShape.safeParse(contact)
  return read.success ? addressOf(read.data.user_id, read.data.wa_id) : {}
}

const phoneOf = (name: string | undefined): string | undefined => PHONE.exec(name ?? '')?.[1]
