import { join } from 'node:path'
import { AppError } from '../../services/app-error.js'
import { copyDatabase } from '../../services/storage/embedded/copy-database.js'
import type { Config } from '../config.js'
import { DATABASE_FILE } from '../../services/storage/embedded/database.js'
import { DEMONSTRATION_KEY } from '../secrets.js'
import { readCopyArguments, tableLines, WITH_PEOPLE } from './copy-words.js'

/** Makes a backup of the embedded database, also while Voordeur runs; answers what to tell. Throws an `AppError` where it could not. */
export function makeBackup(given: readonly string[], config: Config): readonly string[] {
  const asked = readCopyArguments(given)
  if (!asked) throw refused(`Say one file: npm run backup -- <file> [${WITH_PEOPLE}]`)
  if (config.mongodbUri !== null) {
    throw refused('MONGODB_URI is set, so the data is in MongoDB; make the backup with its own mongodump')
  }
  const copied = copyDatabase(join(config.data, DATABASE_FILE), asked.file, asked.withPeople)
  return [
    `Written and checked: ${asked.file}`,
    ...tableLines(copied),
    asked.withPeople
      ? `It holds traces of people, and a wipe does not reach it. Delete it within 24 hours.`
      : `It holds nothing of people, so it may be kept. With conversations: ${WITH_PEOPLE}, only to move to another machine.`,
    'Only you can read the file. Counts of the last 5 seconds may be missing when Voordeur runs.',
    `Keep ${config.secret === null ? `the file ${DEMONSTRATION_KEY} in the folder of VOORDEUR_DATA` : 'VOORDEUR_SECRET'} too, in another place than the backup. It is not in it, and without it`,
    'open conversations cannot be found and sealed addresses cannot be opened. Keep the other settings and your content pack as well.',
  ]
}

const refused = (why: string): AppError => new AppError('store-unusable', why, { retryable: false })
