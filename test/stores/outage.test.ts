import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { AppError } from '../../services/app-error.js'
import { newConversation } from '../../services/conversations/new-conversation.js'
import { openMongo } from '../../services/storage/mongo/open-mongo.js'
import type { Stores } from '../../services/storage/stores.js'
import { createMongoDatabase, describeOnMongo, serverAddress, type MongoDatabase } from './mongo-database.js'
import { createProxy, type Proxy } from './proxy.js'

/** What a start and a command may take without a server, in milliseconds. */
const MOST = 3_000
const record = { ...newConversation('c:out', 'web', null), version: 1, expiresAt: 1 }

const calls: readonly (readonly [string, (stores: Stores) => Promise<unknown>])[] = [
  ['find a conversation', ({ conversations }) => conversations.find('c:a', 0)],
  ['commit', ({ conversations }) => conversations.commit(record)],
  ['erase', ({ conversations }) => conversations.erase('c:a')],
  ['list what expired', ({ conversations }) => conversations.expired(0, 1)],
  ['list what is due', ({ conversations }) => conversations.due(0, 1)],
  ['remember an answer', ({ handled }) => handled.add([['m1', 0]])],
  ['ask for an answer', ({ handled }) => handled.has('m1', 0)],
  ['save a language', ({ preferences }) => preferences.save('c:a', 'ti', 1)],
  ['note a dead letter', ({ deadLetters }) => deadLetters.note({ id: 'm', step: 'turn', error: 'E', at: 0 })],
  ['keep a code', ({ transfers }) => transfers.put('c', 'sealed', 1)],
  ['take a code', ({ transfers }) => transfers.take('c', 0)],
  ['take a job', ({ jobs }) => jobs.take('expiry', 'a', 0, 1)],
]

const told: string[] = []
const opened: Stores[] = []
afterEach(async () => {
  told.length = 0
  await Promise.all(opened.splice(0).map(stores => stores.close()))
})
async function open(uri: string): Promise<Stores> {
  const stores = await openMongo(uri, (error, what) => void told.push(`${what} ${inspect(error)}`))
  opened.push(stores)
  return stores
}
async function timed<Result>(run: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> {
  const began = Date.now()
  return { result: await run(), milliseconds: Date.now() - began }
}
const failure = (run: () => Promise<unknown>) =>
  run().then(
    () => null,
    (error: unknown) => error,
  )

describe('without a server', () => {
  const nowhere = 'mongodb://somebody:geheim123@127.0.0.1:1/voordeur'

  test('it starts all the same, says so, and every call rejects soon with what may be tried again', async () => {
    const { result: stores, milliseconds } = await timed(() => open(nowhere))
    expect(milliseconds).toBeLessThan(MOST)
    expect(told).toEqual([expect.stringMatching(/cannot be reached.*ECONNREFUSED/s)])
    for (const [name, call] of calls) {
      const { result: error, milliseconds: took } = await timed(() => failure(() => call(stores)))
      expect([name, error]).toEqual([name, expect.any(AppError)])
      expect(error).toMatchObject({ code: 'store-unusable', retryable: true })
      expect(took).toBeLessThan(MOST)
    }
    const { milliseconds: closing } = await timed(() => stores.close())
    expect(closing).toBeLessThan(MOST)
  }, 20_000)

  test('a count is lost without a word', async () => {
    const stores = await open(nowhere)
    await stores.counts.add({ type: 'wiped' }, 0)
    await stores.close()
  })

  test('nothing that is told holds the password', async () => {
    const stores = await open(nowhere)
    const error = await failure(() => stores.conversations.commit(record))
    expect([...told, inspect(error)].join()).not.toContain('geheim123')
  })

  test.each([
    ['no host', 'mongodb://somebody:geheim123@'],
    ['a password with a sign that must be written otherwise', 'mongodb://somebody:geheim123/x@127.0.0.1/'],
    ['an unknown option', 'mongodb://somebody:geheim123@127.0.0.1/?geheim123=1'],
  ])('an address with %s stops the start, without the password', async (_name, uri) => {
    const error = await failure(() => open(uri))
    expect(error).toMatchObject({ code: 'setting-invalid', retryable: false })
    expect(inspect(error)).not.toContain('geheim123')
    expect(inspect(error)).toContain('MONGODB_URI')
  })
})

describeOnMongo('a server that comes and goes', () => {
  let database: MongoDatabase
  let proxy: Proxy
  beforeAll(async () => {
    database = await createMongoDatabase()
    proxy = await createProxy(serverAddress())
  })
  afterAll(async () => {
    await proxy.off()
    await database.drop()
  })
  const through = () => {
    const uri = database.uri.replace(/(@|\/\/)[^@/]+(?=\/[^/]*$)/, `$1127.0.0.1:${proxy.port}`)
    return `${uri}${uri.includes('?') ? '&' : '?'}directConnection=true`
  }
  const works = (stores: Stores) =>
    stores.conversations.find('c:none', 0).then(
      () => true,
      () => false,
    )
  async function recovered(stores: Stores): Promise<number> {
    const began = Date.now()
    while (Date.now() - began < 20_000 && !(await works(stores))) await new Promise(resolve => setTimeout(resolve, 50))
    return Date.now() - began
  }

  test('is found when it appears after the start', async () => {
    const stores = await open(through())
    expect(await works(stores)).toBe(false)
    await proxy.on()
    expect(await recovered(stores)).toBeLessThan(15_000)
    expect(await stores.conversations.commit(record)).toEqual({ type: 'committed' })
  }, 30_000)

  test('is told of when it goes, rejects soon, then at once, and is found again', async () => {
    await proxy.on()
    const stores = await open(through())
    expect(await works(stores)).toBe(true)
    await proxy.off()
    const first = await timed(() => failure(() => stores.conversations.commit({ ...record, version: 2 })))
    expect(first.result).toMatchObject({ code: 'store-unusable', retryable: true })
    expect(first.milliseconds).toBeLessThan(MOST)
    // The next one waits too; when a ping was not answered either, nobody waits any more
    const second = await timed(() => works(stores))
    expect([second.result, second.milliseconds < MOST]).toEqual([false, true])
    await new Promise(resolve => setTimeout(resolve, 1_000))
    const third = await timed(() => works(stores))
    expect([third.result, third.milliseconds < 100]).toEqual([false, true])
    expect(told).toContainEqual(expect.stringMatching(/MongoDB is gone/))
    await proxy.on()
    expect(await recovered(stores)).toBeLessThan(15_000)
  }, 30_000)

  test('that goes silent without closing anything is given up soon', async () => {
    await proxy.on()
    const stores = await open(through())
    expect(await works(stores)).toBe(true)
    proxy.silent()
    const { result, milliseconds } = await timed(() => works(stores))
    expect([result, milliseconds < MOST + 1_000]).toEqual([false, true])
    await proxy.off()
    await proxy.on()
    expect(await recovered(stores)).toBeLessThan(15_000)
  }, 30_000)

  test('an error of the server holds nothing of the record', async () => {
    const stores = await open(database.uri)
    const session = 'Quirijntje '.repeat(1_700_000)
    const error = await failure(() => stores.conversations.commit({ ...record, key: 'c:huge', session }))
    expect(error).toBeInstanceOf(AppError)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('Quirijntje')
  })
})
