import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { LanguageRow } from './language-table.js'
import type { LanguageWords } from './texts.js'

const flatSchema = z.record(z.string(), z.string())

/** Reads `texts.json` and `terms.json` of every language. Throws with the file's name where one is missing or broken. */
export function loadWords(
  rows: readonly LanguageRow[],
  folder: URL = new URL('./languages/', import.meta.url),
): ReadonlyMap<string, LanguageWords> {
  return new Map(
    rows.map(({ code }) => [
      code,
      { texts: readFlat(folder, `${code}/texts.json`), terms: readFlat(folder, `${code}/terms.json`) },
    ]),
  )
}

function readFlat(folder: URL, name: string): Readonly<Record<string, string>> {
  try {
    return flatSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  } catch (cause) {
    throw new Error(`content/languages/${name} cannot be read as a flat list of texts`, { cause })
  }
}
