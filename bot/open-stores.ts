import { join } from 'node:path'
import { DATABASE_FILE } from '../services/storage/embedded/database.js'
import { openEmbedded } from '../services/storage/embedded/open-embedded.js'
import type { Stores } from '../services/storage/stores.js'
import type { Config } from './config.js'
import { makeFolder } from './secrets.js'

/** The database that is set: MongoDB where it is named, else a file of our own. The driver is loaded only where it is used. */
export async function openStores(config: Config, trouble: (error: unknown, what: string) => void): Promise<Stores> {
  makeFolder(config.data)
  if (config.mongodbUri === null) return openEmbedded(join(config.data, DATABASE_FILE))
  const { openMongo } = await import('../services/storage/mongo/open-mongo.js')
  return openMongo(config.mongodbUri, trouble)
}
