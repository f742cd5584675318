import { z } from 'zod'
import { LONGEST_ID } from './webhook-limits.js'

/** Printable and without spaces: as all of Meta's ids are. */
const PRINTABLE = /^[\x21-\x7e]+$/
export const idShape = z.string().max(LONGEST_ID).regex(PRINTABLE)

/** A name of a person, of any shape: whoever uses it looks at it, and a bad one spoils nothing beside it. */
const name = z.string().max(LONGEST_ID).optional().catch(undefined)

/** Looked at later, or for being there at all. */
const anything = z.unknown().optional()

/**
 * The first of these keys that a value lacks; undefined where it has them all. A cheap look before a schema: a refusal costs
 * it some microseconds, and 3 MB hold a million zeros.
 */
export function lacks(given: unknown, ...keys: readonly string[]): string | undefined {
  return keys.find(key => typeof given !== 'object' || given === null || !Object.hasOwn(given, key))
}

export const bodyShape = z.object({ object: z.literal('whatsapp_business_account'), entry: z.array(z.unknown()) })
export const entryShape = z.object({ changes: z.array(z.unknown()) })
export const changeShape = z.object({ field: z.string(), value: anything })

export const valueShape = z.object({
  metadata: z.object({ phone_number_id: idShape, display_phone_number: name }).optional().catch(undefined),
  contacts: z.array(z.unknown()).nullish().catch(null),
  messages: anything,
  statuses: anything,
  errors: anything,
  message_echoes: anything,
})

export const contactShape = z.object({ wa_id: name, user_id: name })

export const messageShape = z.object({
  id: idShape,
  timestamp: z.union([z.string(), z.number()]),
  type: z.string().optional().catch(undefined),
  from: name,
  from_user_id: name,
  group_id: anything,
  referral: anything,
})

export const systemShape = z.object({
  system: z.object({
    type: z.string().optional().catch(undefined),
    wa_id: name,
    new_wa_id: name,
    user_id: name,
    previous_user_id: name,
  }),
})

export const statusShape = z.object({
  id: idShape,
  status: z.enum(['sent', 'delivered', 'read', 'played', 'failed']),
  timestamp: z.union([z.string(), z.number()]),
  recipient_id: name,
  recipient_user_id: name,
  recipient_type: anything,
  errors: z.array(z.unknown()).nullish().catch(null),
})

export const errorShape = z.object({ code: z.int() })
