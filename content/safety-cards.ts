import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { callIds, safetyLines } from './safety-texts.js'
import { safetyCategories } from './vocabulary.js'

const calls = z.array(z.enum(callIds)).min(1)

/** A card names at most this many paragraphs below its text, so that the numbers stay in sight. */
export const MOST_LINE_PARAGRAPHS = 2

const safetyCardSchema = z.strictObject({
  /** In the order to show: what can be reached now stands first (G2). */
  calls,
  /** When it is about somebody else; the same as `calls` where absent. */
  otherCalls: calls.optional(),
  minorCalls: calls.refine(ids => ids.includes('kindertelefoon'), 'a child always gets the Kindertelefoon (G2)'),
  /** Each inner list is one paragraph. */
  lines: z.array(z.array(z.enum(safetyLines)).min(1)).max(MOST_LINE_PARAGRAPHS),
})

const safetyCardsSchema = z.record(z.enum(safetyCategories), safetyCardSchema)
export type SafetyCards = z.infer<typeof safetyCardsSchema>

/** Which numbers and lines stand on which card. Throws when a category is missing or names an unknown number. */
export function loadSafetyCards(file: URL = new URL('./safety/cards.json', import.meta.url)): SafetyCards {
  const result = safetyCardsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (result.success) return result.data
  throw new Error(`content/safety/cards.json: ${z.prettifyError(result.error)}`)
}
