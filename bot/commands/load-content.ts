import { existsSync } from 'node:fs'
import { loadLanguageTable, type LanguageTable } from '../../content/language-table.js'
import { loadWords } from '../../content/load-words.js'
import type { LanguageWords } from '../../content/texts.js'

export interface LoadedLanguages {
  readonly table: LanguageTable
  /** Only of languages whose files are there. */
  readonly words: ReadonlyMap<string, LanguageWords>
  /** Codes of languages without texts or terms. */
  readonly without: readonly string[]
}

const FOLDER = new URL('../../content/languages/', import.meta.url)

/** All languages with the words they have. A language that lacks a file is named, not thrown on: the others can still be checked. */
export function loadLanguages(): LoadedLanguages {
  const table = loadLanguageTable()
  const has = (code: string) => ['texts', 'terms'].every(file => existsSync(new URL(`${code}/${file}.json`, FOLDER)))
  const complete = table.rows.filter(({ code }) => has(code))
  return { table, words: loadWords(complete), without: table.rows.map(({ code }) => code).filter(code => !has(code)) }
}
