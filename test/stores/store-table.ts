import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe } from '@jest/globals'
import Database from 'libsql'
import { z } from 'zod'
import { openEmbedded } from '../../services/storage/embedded/open-embedded.js'
import type { CountRow } from '../../services/storage/gathered-counts.js'
import { openMongo } from '../../services/storage/mongo/open-mongo.js'
import type { Stores } from '../../services/storage/stores.js'
import { createMongoDatabase, describeOnMongo, type MongoDatabase } from './mongo-database.js'

/** One kind of store, as a contract test needs it. What it opens is closed after each test. */
export interface StoreRow {
  /** New and empty. */
  readonly fresh: () => Promise<Stores>
  /** A second one on the data of the last fresh one, with a connection of its own. */
  readonly another: () => Promise<Stores>
  /** The totals as they are stored: the port itself only adds. */
  readonly totals: () => Promise<readonly CountRow[]>
}

/** Runs the tests of a port on every kind of store: the embedded one, and MongoDB where MONGODB_URI is set. */
export function describeStores(what: string, tests: (row: StoreRow) => void): void {
  describe(`${what}: embedded`, () => {
    tests(embeddedRow())
  })
  describeOnMongo(`${what}: MongoDB`, () => {
    tests(mongoRow())
  })
}

const totalsSchema = z.array(z.object({ day: z.string(), event: z.string(), dimension: z.string(), total: z.int() }))

function embeddedRow(): StoreRow {
  const folder = mkdtempSync(join(tmpdir(), 'voordeur-stores-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const opened = closedAfterEach()
  let made = 0
  const file = () => join(folder, `${made}.db`)
  const another = async () => opened(openEmbedded(file()))
  return {
    another,
    fresh() {
      made += 1
      return another()
    },
    async totals() {
      const database = new Database(file(), { readonly: true })
      const rows = totalsSchema.parse(database.prepare('select day, event, dimension, total from count').all())
      database.close()
      return rows
    },
  }
}

/** MongoDB alone, for what only several processes can show. */
export function mongoRow(): StoreRow {
  let database: MongoDatabase
  beforeAll(async () => {
    database = await createMongoDatabase()
  })
  afterAll(() => database.drop())
  const opened = closedAfterEach()
  const another = async () => opened(await openMongo(database.uri, fail))
  return {
    another,
    async fresh() {
      await database.empty()
      return another()
    },
    totals: async () => totalsSchema.parse((await database.dump())['count'] ?? []),
  }
}

function closedAfterEach(): (stores: Stores) => Stores {
  const open: Stores[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map(stores => stores.close()))
  })
  return stores => {
    open.push(stores)
    return stores
  }
}

function fail(error: unknown, what: string): void {
  throw new Error(what, { cause: error })
}
