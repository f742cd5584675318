import type { CopiedTable } from '../../services/storage/embedded/copy-database.js'

/** What is said after `--` on the command line: one file, and whether people's traces come along. Null when it is anything else. */
export function readCopyArguments(given: readonly string[]): { file: string; withPeople: boolean } | null {
  const files = given.filter(word => !word.startsWith('--'))
  const flags = given.filter(word => word.startsWith('--'))
  const [file] = files
  if (file === undefined || files.length > 1 || flags.some(flag => flag !== WITH_PEOPLE)) return null
  return { file, withPeople: flags.length > 0 }
}

/** Brings conversations, chosen languages, ids of answered messages and dead letters along. */
export const WITH_PEOPLE = '--with-conversations'

/** One line a table, with its rows. */
export const tableLines = (copied: readonly CopiedTable[]): readonly string[] =>
  copied.map(({ table, rows }) => `  ${table.padEnd(14)}${rows === null ? 'left out' : `${rows} rows`}`)
