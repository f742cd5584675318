import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { reviewStates } from './vocabulary.js'

const code = z.string().regex(/^[a-z]{2,3}$/, 'a language code of two or three letters (BCP 47)')
const direction = z.enum(['ltr', 'rtl'])
/** Four letters of ISO 15924. */
const script = z.string().regex(/^[A-Z][a-z]{3}$/)

/** A launch language: one folder `languages/<code>/` with `language.json`. */
export const languageSchema = z.strictObject({
  code,
  /** Place in menus, from 1. */
  order: z.int().min(1),
  /** Its name in itself, in its own script. */
  ownName: z.string().min(2),
  dutchName: z.string().min(2),
  englishName: z.string().min(2),
  direction,
  script,
  /** Languages whose text is tried when one is missing here, in order. */
  fallback: z.array(code),
  /** State of its texts (B5). A draft is never offered. */
  texts: z.enum(reviewStates),
  /** For dates and numbers of Intl; digits are always Latin. */
  locale: z.string().min(2),
})
export type LanguageRow = z.infer<typeof languageSchema>

/** A language that is recognised but not spoken here (B4): answered in the nearest one, and counted. */
export const otherLanguageSchema = z.strictObject({
  code,
  ownName: z.string().min(2),
  direction,
  /** Launch language in which most of its speakers here can be answered. */
  nearest: code,
  /** A launch language of which it is a form (ISO 639-3): between the two nobody has to choose. */
  dialectOf: code.optional(),
  script,
  /** Frequent words that tell it from its neighbours. Entered without a native reader. */
  functionWords: z.array(z.string().min(1)).min(8),
})
export type OtherLanguage = z.infer<typeof otherLanguageSchema>

export interface LanguageTable {
  /** Launch languages in menu order, drafts included: ask `isOffered` before offering one. */
  readonly rows: readonly LanguageRow[]
  readonly others: readonly OtherLanguage[]
  /** Whether its texts may be served. False for a draft, for the others and for an unknown code. */
  readonly isOffered: (code: string) => boolean
}

const LANGUAGES = new URL('./languages/', import.meta.url)

/**
 * Reads every folder that holds a `language.json`, so that adding a language is adding files (B1).
 * Throws, naming the file, when one is broken, when two rows share a code or place, or when `nearest` is no row.
 */
export function loadLanguageTable(folder: URL = LANGUAGES): LanguageTable {
  const rows = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => readRow(folder, entry.name))
    .sort((a, b) => a.order - b.order)
  const others = read(folder, 'others.json', z.array(otherLanguageSchema))
  checkTable(rows, others)
  const offered = new Set(rows.filter(row => row.texts !== 'draft').map(row => row.code))
  return { rows, others, isOffered: wanted => offered.has(wanted) }
}

function readRow(folder: URL, name: string): LanguageRow {
  const row = read(folder, `${name}/language.json`, languageSchema)
  if (row.code !== name)
    throw new Error(`languages/${name}/language.json says code "${row.code}": make folder and code equal`)
  return row
}

function checkTable(rows: readonly LanguageRow[], others: readonly OtherLanguage[]): void {
  const codes = new Set(rows.map(row => row.code))
  if (new Set(rows.map(row => row.order)).size !== rows.length)
    throw new Error('two languages have the same order: give each its own')
  for (const other of others) {
    if (!codes.has(other.nearest)) throw new Error(`others.json: nearest of "${other.code}" is no launch language`)
    if (codes.has(other.code)) throw new Error(`others.json: "${other.code}" is a launch language: remove it there`)
  }
}

function read<T extends z.ZodType>(folder: URL, name: string, schema: T): z.output<T> {
  const result = schema.safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  if (result.success) return result.data
  throw new Error(`languages/${name}: ${z.prettifyError(result.error)}`)
}
