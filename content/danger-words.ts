import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { z } from 'zod'
import { safetyCategories } from './vocabulary.js'

/** Phrases each launch language must have in each category (requirement G1). */
export const FEWEST_PHRASES = 15

/**
 * One phrase: words that must occur in this order, with at most a few other words between them. `a|b` is either, `stem*`
 * any ending, `{n}` an age from 6 to 17. `_` instead of a space allows no word between: `my_cat|dog` is "my cat" or
 * "my dog". `+` makes words in a row one alternative: `my+cat|dog` is "my cat" or "dog".
 */
const phrase = z
  .string()
  .regex(/^[^\s_|*+]+\*?([ _|+][^\s_|*+]+\*?)*$/u, 'words, with |, * at the end, _, + or a space between')
const phrases = z.array(phrase)
const category = z.enum(safetyCategories)

const around = {
  /** Idioms and overload (G5), by the category whose card follows a yes. */
  gently: z.partialRecord(category, phrases).default({}),
  /** Words close to a phrase that make it a gentle question: a child that is beaten *at school*. */
  softens: z.partialRecord(category, phrases).default({}),
  /** Everyday phrases that hold a word of danger; their words are not looked at. */
  harmless: phrases.default([]),
  /** Words that turn a phrase of this language round; then it is asked, not presumed. */
  negations: phrases.default([]),
  /** Words for the writer: a phrase that holds one is about her. */
  self: phrases.default([]),
  /** Words that say that it is about somebody else (G9). */
  other: phrases.default([]),
  /** How somebody tells her own age (E7). */
  age: phrases.default([]),
  /** The same, when it is all that the message says. */
  ageAlone: phrases.default([]),
  /** Words shortly after the number that make it something else than an age: weeks, minutes, euros. */
  notAge: phrases.default([]),
}

const dangerWordsSchema = z.strictObject({ categories: z.record(category, phrases.min(FEWEST_PHRASES)), ...around })
const fewDangerWordsSchema = z.strictObject({ categories: z.partialRecord(category, phrases), ...around })

export type DangerWords = z.infer<typeof fewDangerWordsSchema> & { readonly language: string }

const FOLDER = new URL('./languages/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))

/**
 * The danger words of every launch language, and the clearest ones of languages that are only recognised.
 * Throws when a launch language lacks its file, a category or phrases: then the service must not start (O8).
 */
export function loadDangerWords(): readonly DangerWords[] {
  const launch = readdirSync(FOLDER)
    .filter(code => existsSync(new URL(`${code}/language.json`, FOLDER)))
    .toSorted()
    .map(code => ({ language: code, ...parse(dangerWordsSchema, `${code}/danger.json`) }))
  const others = parse(z.record(z.string(), fewDangerWordsSchema), 'other-danger.json')
  return [...launch, ...Object.entries(others).map(([language, words]) => ({ language, ...words }))]
}

/** Says which file is wrong, and where in it. */
function parse<Schema extends z.ZodType>(schema: Schema, name: string): z.output<Schema> {
  const parsed = schema.safeParse(read(name))
  if (parsed.success) return parsed.data
  throw new Error(`content/languages/${name}: ${z.prettifyError(parsed.error)}`)
}
