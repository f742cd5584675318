import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { reviewStates, safetyCategories } from './vocabulary.js'

/** The numbers that have a call button, by the ids of `content/safety/numbers.json`. */
export const callIds = ['112', 'veilig-thuis', '113', 'kindertelefoon', 'police', 'geldfit', 'sexual-violence'] as const
export type CallId = (typeof callIds)[number]

/** Short lines below a card. `unreviewed` stands on every card of an unreviewed language (B5). */
export const safetyLines = ['town', 'call-list', 'delete-chat', 'reports-nobody', 'same-day', 'unreviewed'] as const

export const safetyLabels = ['go-on', 'not-safe', ...safetyCategories] as const
export type SafetyLabel = (typeof safetyLabels)[number]

/** A WhatsApp button holds 20 characters and a list row 24 (N2); a call button on a small phone holds 40. */
export const labelLimits = { button: 20, row: 24, call: 40 } as const

const sentence = z.string().trim().min(2)
const label = (most: number) => sentence.max(most)
const needed = <Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) =>
  z.record(z.enum(keys), value)

const safetyTextsSchema = z.strictObject({
  version: z.int().min(1),
  state: z.enum(reviewStates),
  /** Three forms of each: about oneself, about somebody else (G9), and for a child, which is true for both (E7). */
  cards: needed(safetyCategories, z.strictObject({ text: sentence, other: sentence, minor: sentence })),
  calls: needed(
    callIds,
    sentence.refine(words => words.includes('{{number}}'), 'holds no {{number}}'),
  ),
  lines: needed(safetyLines, sentence),
  gentle: z.strictObject({
    text: sentence,
    minor: sentence,
    yes: label(labelLimits.button),
    no: label(labelLimits.button),
  }),
  labels: needed(safetyLabels, label(labelLimits.row)).refine(
    labels => [labels['not-safe'], labels['go-on']].every(words => words.length <= labelLimits.button),
    `not-safe and go-on are buttons: at most ${labelLimits.button} characters`,
  ),
  /** What is said when nothing can be looked up (O3). */
  down: sentence.refine(words => words.includes('{{contact}}'), 'holds no {{contact}}'),
})
export type LanguageSafetyTexts = z.infer<typeof safetyTextsSchema>

/** The locked safety texts by language code. */
export type SafetyTexts = ReadonlyMap<string, LanguageSafetyTexts>

/**
 * Reads `safety.json` of every language. Throws, naming the language and the key, when one lacks a category, call, line or
 * label, or when an offered language has a draft: then the service must not start (O8).
 */
export function loadSafetyTexts(
  languages: readonly string[],
  folder: URL = new URL('./languages/', import.meta.url),
): SafetyTexts {
  return new Map(languages.map(code => [code, parseSafetyTexts(code, readSafetyFile(folder, code))]))
}

/** The same for one language whose data was read elsewhere. */
export function parseSafetyTexts(language: string, data: unknown): LanguageSafetyTexts {
  const result = safetyTextsSchema.safeParse(data)
  if (!result.success) throw new Error(`content/languages/${language}/safety.json: ${z.prettifyError(result.error)}`)
  if (result.data.state === 'draft')
    throw new Error(`content/languages/${language}/safety.json: a draft is never served (B5)`)
  return result.data
}

function readSafetyFile(folder: URL, code: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(`${code}/safety.json`, folder), 'utf8'))
  } catch (cause) {
    throw new Error(`content/languages/${code}/safety.json is missing or no JSON`, { cause })
  }
}
