import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Person } from '../../bot/emulator/person.js'
import { createMongoDatabase, describeOnMongo, type MongoDatabase } from '../stores/mongo-database.js'
import { createRelay, type Relay } from './relay.js'
import { startApp, type RunningApp } from './running-app.js'
import { startWhatsApp, type WhatsAppTest } from './whatsapp-app.js'

/** The first turn of a process reads its words, and a machine that does other things takes seconds for that. */
const PATIENCE_MS = 15_000

describeOnMongo('two processes on one MongoDB', () => {
  let database: MongoDatabase
  let first: WhatsAppTest
  let second: RunningApp
  let relay: Relay
  const hook = (app: { readonly url: string }) => new URL('/channels/whatsapp', app.url)

  beforeAll(async () => {
    database = await createMongoDatabase()
    relay = await createRelay()
    first = await startWhatsApp({}, { MONGODB_URI: database.uri })
    second = await startApp(first.settings)
    relay.to = [hook(first.app), hook(second)]
    first.emulator.callAt(relay.url)
  })
  afterEach(() => first.emulator.often(0, []))
  afterAll(async () => {
    await first.close()
    await second.close()
    await relay.close()
    await database.drop()
  })

  let people = 0
  const somebody = () => {
    people += 1
    return first.emulator.person({ name: 'Fatma', phone: `3161000000${people}`, bsuid: `NL.61000000${people}` })
  }
  /** Nothing has come for longer than sending takes. */
  async function quiet(resident: Person): Promise<void> {
    await first.emulator.settled()
    for (let before = -1; before !== resident.received.length;) {
      before = resident.received.length
      await new Promise(resolve => setTimeout(resolve, 2_500))
    }
  }

  test('the same message posted to both is answered once', async () => {
    relay.everybody = true
    const residents = Array.from({ length: 10 }, somebody)
    for (const resident of residents) resident.write('hallo')
    await first.emulator.settled()
    await Promise.all(residents.map(resident => resident.answers(1, PATIENCE_MS)))
    for (const resident of residents) resident.repeat()
    await first.emulator.settled()
    await quiet(residents.at(-1)!)
    expect(residents.map(({ received }) => received.length)).toEqual(residents.map(() => 1))
  })

  test('a conversation goes on at whichever process its next message comes to', async () => {
    relay.everybody = false
    const resident = somebody()
    resident.write('hallo')
    await resident.answers(1, PATIENCE_MS)
    for (const answer of ['1', 'meeting', 'coffee']) {
      if (answer === '1') resident.write(answer)
      else resident.tap(answer)
      await resident.answers(1, PATIENCE_MS)
    }
    expect(resident.received).toHaveLength(4)
  })

  test('messages in quick succession at both, while sending is slow: each is answered once', async () => {
    relay.everybody = false
    const resident = somebody()
    resident.write('hallo')
    await resident.answers(1, PATIENCE_MS)
    resident.write('1')
    await resident.answers(1, PATIENCE_MS)
    first.emulator.often(1, [{ type: 'late', ms: 1_500 }])
    for (const text of ['blauw', 'rood', 'groen', 'paars']) {
      resident.write(text)
      await new Promise(resolve => setTimeout(resolve, 300))
    }
    await quiet(resident)
    expect(resident.received).toHaveLength(6)
  }, 60_000)

  test('what one process left is sent by the other when its lease has ended', async () => {
    relay.everybody = true
    relay.to = [hook(first.app)]
    const resident = somebody()
    first.emulator.next({ type: 'error', code: 130_429 }, { type: 'error', code: 130_429 })
    resident.write('hallo')
    await first.emulator.settled()
    await first.app.close()
    expect(resident.received).toHaveLength(0)
    second.now += 120_000
    second = await second.restart()
    relay.to = [hook(second)]
    expect(await resident.answers(1, PATIENCE_MS)).toHaveLength(1)
  })
})
