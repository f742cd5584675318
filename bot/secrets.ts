import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../services/app-error.js'
import type { Config } from './config.js'

/** Its name in the folder of the database. */
export const DEMONSTRATION_KEY = 'demonstration-key'

/** Makes the folder of the database and the key. Throws an `AppError` where it cannot. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new AppError('store-unusable', `The folder of VOORDEUR_DATA cannot be made: ${folder}`, {
      cause,
      retryable: false,
    })
  }
}

/** The secret of a demonstration without one: made once, kept beside the database, readable by this user alone. */
export function secretOf(config: Config, warn: (message: string) => void): string {
  if (config.secret) return config.secret
  const file = join(config.data, DEMONSTRATION_KEY)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomBytes(32).toString('hex')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  warn(`No VOORDEUR_SECRET is set, so a key was made in ${DEMONSTRATION_KEY}. Good for trying out, not for residents`)
  return secret
}
