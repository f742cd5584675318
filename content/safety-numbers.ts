import { readFileSync } from 'node:fs'
import { z } from 'zod'

const day = z.iso.date()

/** A national help number, locked: it changes by two people and never disappears (G10). */
const safetyNumberSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,32}$/),
  /** As people read it; also what is dialled, since RFC 3966 allows the dashes. */
  number: z.string().regex(/^\d{3,4}(-\d{4})?$/),
  /** Another number of the same line, for phones that cannot reach the short one. */
  also: z
    .string()
    .regex(/^0800-\d{4}$/)
    .optional(),
  /** Proper name, never translated. */
  name: z.string().min(2),
  cost: z.enum(['free', 'paid', 'unknown']),
  hours: z.enum(['always', 'not-at-night', 'unknown']),
  source: z.string().min(5),
  /** When a person called it or read the organisation's own page; null: never. */
  verifiedOn: day.nullable(),
  /** Role or name of that person; null with `verifiedOn`. */
  verifiedBy: z.string().min(2).nullable(),
  version: z.int().min(1),
})
export type SafetyNumber = z.infer<typeof safetyNumberSchema>

const numbersSchema = z
  .array(safetyNumberSchema)
  .min(1)
  .refine(numbers => new Set(numbers.map(({ id }) => id)).size === numbers.length, 'two numbers have the same id')
  .refine(
    numbers => numbers.every(({ verifiedOn, verifiedBy }) => (verifiedOn === null) === (verifiedBy === null)),
    'a verified number needs both a day and a person',
  )

/** A safety contact unverified for this many days raises the alarm (requirement G10 and its table of numbers). */
export const VERIFIED_FOR_DAYS = 30
const DAY_MS = 86_400_000

/** Reads `content/safety/numbers.json`. Throws when it is missing or broken: then the service must not start (O8). */
export function loadSafetyNumbers(
  file: URL = new URL('./safety/numbers.json', import.meta.url),
): readonly SafetyNumber[] {
  return parseSafetyNumbers(JSON.parse(readFileSync(file, 'utf8')))
}

/** Throws an Error that names the number and what is wrong with it. */
export function parseSafetyNumbers(data: unknown): readonly SafetyNumber[] {
  const result = numbersSchema.safeParse(data)
  if (result.success) return result.data
  throw new Error(`content/safety/numbers.json: ${z.prettifyError(result.error)}`)
}

export interface Unverified {
  readonly id: string
  /** `never` stops a production start; `stale` only alarms, and the number is still served (O8). */
  readonly why: 'never' | 'stale'
}

/** The numbers nobody has checked, or not in the last 30 days. A day in the future counts as never. `now` is a moment. */
export function unverified(numbers: readonly SafetyNumber[], now: Date): readonly Unverified[] {
  return numbers.flatMap(({ id, verifiedOn }): readonly Unverified[] => {
    if (verifiedOn === null) return [{ id, why: 'never' }]
    const age = Math.floor((now.getTime() - Date.parse(`${verifiedOn}T00:00:00Z`)) / DAY_MS)
    if (age < -1) return [{ id, why: 'never' }]
    return age > VERIFIED_FOR_DAYS ? [{ id, why: 'stale' }] : []
  })
}
