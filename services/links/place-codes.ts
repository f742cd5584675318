import { createHash } from 'node:crypto'
import type { Snapshot } from '../../content/snapshot.js'
import { asWritten, codeLetters } from './code-letters.js'

/** 40 bits: among 100,000 records two with one code are a chance of 1 in 200. */
const LETTERS = 8
/** "vd" is in no language of ours a word, and no word has two dashes like these. */
const WRITTEN = /(?<![\p{L}\p{N}-])vd-([a-z]{2,3})-([0-9a-z]{8})(?![\p{L}\p{N}-])/iu

/** A code that stood in a text, and what was written beside it. */
export interface WrittenCode {
  readonly language: string
  readonly code: string
  readonly rest: string
}

/** The code of a record, in the language of the link. Made from the id alone: it names nobody and no topic (A10). */
export const placeCode = (record: string, language: string): string => `vd-${language}-${lettersOf(record)}`

/** The first code in a text; null where there is none. Whether it is one of ours is asked of `createPlaceCodes`. */
export function findPlaceCode(text: string): WrittenCode | null {
  const [whole, language, code] = WRITTEN.exec(text) ?? []
  if (whole === undefined || language === undefined || code === undefined) return null
  return { language: language.toLowerCase(), code: asWritten(code), rest: text.replace(whole, ' ').trim() }
}

/** Which record a code is of; null for a code that is none of this snapshot. Where two records share a code, of neither. */
export function createPlaceCodes({ records }: Pick<Snapshot, 'records'>): (code: string) => string | null {
  const byCode = new Map<string, string | null>()
  for (const id of records.keys()) byCode.set(lettersOf(id), byCode.has(lettersOf(id)) ? null : id)
  return code => byCode.get(code) ?? null
}

const lettersOf = (record: string): string =>
  codeLetters(createHash('sha256').update(`place ${record}`).digest(), LETTERS)
