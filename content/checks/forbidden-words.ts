import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** What a word is forbidden for, by requirement. */
export const forbiddenRules = {
  /** A5: no word for "problem" in a menu or question. */
  'problem-word': {
    inKeys: /^(menu|other|money|parenting|youth|meeting|after|wish|about|topic)\.|\.ask(\.|$)|^which\./,
    notInKeys: /(?!)/,
  },
  /** C2: words of policy, which need a plain gloss. */
  'policy-word': { inKeys: /^/, notInKeys: /(?!)/ },
  /** C5: blame, threat and pressure. */
  'pressure-word': { inKeys: /^/, notInKeys: /(?!)/ },
  /** C7: only what is certain is said. */
  promise: { inKeys: /^/, notInKeys: /(?!)/ },
  /** A4: nothing absolute about secrecy or safety. */
  'absolute-promise': { inKeys: /^/, notInKeys: /(?!)/ },
  /** B9: a child is never asked to translate. */
  'child-interprets': { inKeys: /^/, notInKeys: /(?!)/ },
  /** C3: formal outside the youth route. */
  'informal-address': { inKeys: /^/, notInKeys: /\.young(\.|$)|^youth\.|minor/ },
  /** A3: the opening names no authority unless the municipality itself runs it. */
  'names-authority': { inKeys: /^opening\./, notInKeys: /\.municipal$/ },
} as const
export type ForbiddenRule = keyof typeof forbiddenRules

/**
 * A word or row of words, as it is written; `*` is any ending. With `unlessAfter` it is allowed directly after those words,
 * as "verplicht" after "niet". Only words that are certain stand in the lists: an alarm that is often false is not read.
 */
const forbiddenWordSchema = z.union([
  z.string().min(2),
  z.strictObject({ word: z.string().min(2), unlessAfter: z.string().min(1) }),
])
type ForbiddenWord = z.infer<typeof forbiddenWordSchema>

const isRule = (name: string): name is ForbiddenRule => Object.hasOwn(forbiddenRules, name)
const listsSchema = z.record(
  z.string(),
  z.record(z.string().refine(isRule, 'one of the forbidden rules'), z.array(forbiddenWordSchema).min(1)),
)

export interface ForbiddenPattern {
  readonly rule: ForbiddenRule
  readonly pattern: RegExp
}

/** The forbidden words by language code. Throws when the file is broken. */
export function loadForbiddenWords(): ReadonlyMap<string, readonly ForbiddenPattern[]> {
  const lists = listsSchema.parse(JSON.parse(readFileSync(new URL('forbidden-words.json', import.meta.url), 'utf8')))
  return new Map(
    Object.entries(lists).map(([language, rules]) => [
      language,
      Object.entries(rules).flatMap(([rule, words]) => (isRule(rule) ? [{ rule, pattern: patternOf(words) }] : [])),
    ]),
  )
}

const LETTER = '[\\p{L}\\p{M}\\p{N}]'

/** One expression for all words of a rule: reading a text once is enough. */
function patternOf(words: readonly ForbiddenWord[]): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${words.map(alternative).join('|')})(?!${LETTER})`, 'iu')
}

function alternative(entry: ForbiddenWord): string {
  if (typeof entry === 'string') return inText(entry)
  return `(?<!${inText(entry.unlessAfter)}\\s+)${inText(entry.word)}`
}

/** Spaces may be any space; `*` is any letters; both apostrophes are one. */
const inText = (word: string): string =>
  word
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', `${LETTER}*`)
    .replaceAll(/['’]/g, "['’]")
    .replaceAll(/\s+/g, '\\s+')
