import { join } from 'node:path'
import { AppError } from '../../services/app-error.js'
import type { Clock } from '../../services/clock.js'
import { restoreDatabase, type Restored } from '../../services/storage/embedded/restore-database.js'
import type { Config } from '../config.js'
import { DATABASE_FILE } from '../../services/storage/embedded/database.js'
import { makeFolder } from '../secrets.js'
import { readCopyArguments, tableLines, WITH_PEOPLE } from './copy-words.js'

/** Puts a backup in the place of the embedded database; answers what to tell. Throws an `AppError`, with all as it was, where it could not. */
export function putBack(given: readonly string[], config: Config, clock: Clock): readonly string[] {
  const asked = readCopyArguments(given)
  if (!asked) throw refused(`Say one file: npm run restore -- <file> [${WITH_PEOPLE}]`)
  if (config.mongodbUri !== null) {
    throw refused('MONGODB_URI is set, so the data is in MongoDB; put the backup back with its own mongorestore')
  }
  makeFolder(config.data)
  const file = join(config.data, DATABASE_FILE)
  const kept = `${file}.replaced-${new Date(clock()).toISOString().replaceAll(':', '-')}`
  const { copied, replaced } = restoreDatabase(asked.file, file, kept, asked.withPeople)
  return [
    `Put back and checked: ${file}`,
    ...tableLines(copied),
    ...replacedLines(replaced, kept, asked.withPeople),
    ...(asked.withPeople ? withPeopleLines : []),
    'Start Voordeur with the same VOORDEUR_SECRET as before. It erases at once what has expired since the backup.',
  ]
}

const withPeopleLines = [
  'Conversations that were wiped since the backup are back, and messages that waited then are sent once more.',
]

function replacedLines(replaced: Restored['replaced'], kept: string, withPeople: boolean): readonly string[] {
  if (replaced === 'none') return ['There was no database before.']
  if (replaced === 'damaged') {
    return [
      `The database that was there is damaged. It is kept as ${kept}`,
      'It may hold traces of people: delete it within 24 hours.',
      'Whether a process still works on it could not be seen. If Voordeur runs: stop it now, then start it.',
    ]
  }
  return [
    `What was there is kept as ${kept}`,
    withPeople
      ? 'It holds traces of people: delete it within 24 hours.'
      : 'Conversations were erased from it. Delete it when all is well.',
  ]
}

const refused = (why: string): AppError => new AppError('store-unusable', why, { retryable: false })
