import { randomBytes } from 'node:crypto'
import { describe } from '@jest/globals'
import mongoose from 'mongoose'

const server = process.env['MONGODB_URI'] ?? ''
if (server === '' && process.env['VOORDEUR_REQUIRE_MONGODB'] === '1') {
  throw new Error('VOORDEUR_REQUIRE_MONGODB is 1 and MONGODB_URI is not set')
}

/** As `describe`, where MONGODB_URI names a server; else everything in it is skipped and says why. */
export function describeOnMongo(name: string, tests: () => void): void {
  if (server === '') describe.skip(`${name} (skipped: MONGODB_URI is not set)`, tests)
  else describe(name, tests)
}

export interface MongoDatabase {
  readonly uri: string
  /** Every record, by collection. */
  dump(): Promise<Readonly<Record<string, readonly unknown[]>>>
  /** Leaves the indexes. */
  empty(): Promise<void>
  /** Removes it, and lets go of the server. */
  drop(): Promise<void>
}

/** A database of its own on the server of MONGODB_URI. */
export async function createMongoDatabase(): Promise<MongoDatabase> {
  const uri = uriOf(`voordeur-test-${randomBytes(6).toString('hex')}`)
  const connection = await mongoose.createConnection(uri).asPromise()
  const collections = async () => (await connection.listCollections()).map(({ name }) => connection.collection(name))
  return {
    uri,
    async dump() {
      const dumped: Record<string, readonly unknown[]> = {}
      for (const collection of await collections()) {
        dumped[collection.collectionName] = await collection.find({}).toArray()
      }
      return dumped
    },
    async empty() {
      for (const collection of await collections()) await collection.deleteMany({})
    },
    async drop() {
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

/** The server's address with another database, and where asked another host. */
export function uriOf(database: string, host?: string): string {
  const [, scheme = '', login = '', hosts = '', rest = ''] =
    /^([^:]+:\/\/)([^@/]*@)?([^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(server) ?? []
  return `${scheme}${login}${host ?? hosts}/${database}${rest}`
}

/** The first host and port of the server. */
export function serverAddress(): { host: string; port: number } {
  const { hostname, port } = new URL(
    uriOf('x')
      .replace(/^[^:]+:/, 'http:')
      .replace(/,[^/]*/, ''),
  )
  return { host: hostname, port: Number(port === '' ? '27017' : port) }
}
