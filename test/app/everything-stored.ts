import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every byte in the folder of an app and every line it logged, as one text to search. Also what a write-ahead log still holds. */
export function everythingStored({
  folder,
  logged,
}: {
  readonly folder: string
  readonly logged: readonly string[]
}): string {
  return [...storedFiles(folder), ...logged].join('\n')
}

/** What is on disk alone. */
export function storedFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
}
