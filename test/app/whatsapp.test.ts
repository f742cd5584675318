import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Content } from '../../bot/emulator/message-schema.js'
import { createMongoDatabase, describeOnMongo, type MongoDatabase } from '../stores/mongo-database.js'
import { startWhatsApp, type WhatsAppTest } from './whatsapp-app.js'

let whatsapp: WhatsAppTest
let people = 0
function somebody() {
  people += 1
  return whatsapp.emulator.person({ name: 'Fatma', phone: `3160000000${people}`, bsuid: `NL.60000000${people}` })
}
const words = (contents: readonly Content[]): string => JSON.stringify(contents)

describe('a resident on WhatsApp', () => {
  beforeAll(async () => {
    whatsapp = await startWhatsApp()
  })
  afterAll(() => whatsapp.close())

  whatIsTold()
})

describeOnMongo('a resident on WhatsApp, on MongoDB', () => {
  let database: MongoDatabase
  beforeAll(async () => {
    database = await createMongoDatabase()
    whatsapp = await startWhatsApp({}, { MONGODB_URI: database.uri })
  })
  afterAll(async () => {
    await whatsapp.close()
    await database.drop()
  })

  // Another process could be sending it: it is taken over when its lease has ended.
  whatIsTold(() => whatsapp.pass(120_000))
})

/** `leaseEnds`: what must pass before a process that starts sends what the one before it left. */
function whatIsTold(leaseEnds: () => void = () => undefined): void {
  test('the handshake is answered for the right token alone', async () => {
    expect(await whatsapp.emulator.handshake()).toBe(true)
    expect(await whatsapp.emulator.handshake('another-token')).toBe(false)
  })

  test('from hello to a place nearby, by digits and taps', async () => {
    const person = somebody()
    person.write('hallo')
    expect(words(await person.answers())).toContain('Nederlands')
    person.write('1')
    await person.answers()
    person.tap('meeting')
    await person.answers()
    person.tap('coffee')
    await person.answers()
    person.write('1013')
    const [cards] = await person.answers()
    expect(words([cards!])).toMatch(/VOORBEELD/i)
    expect(person.received.length).toBeLessThanOrEqual(7)
  })

  test('a card gives its place on the map, and the rest with a link', async () => {
    const person = somebody()
    person.write('ik wil mensen ontmoeten in 1013, koffie drinken')
    await person.answers()
    for (let step = 0; step < 5 && !words(person.received).includes('show:'); step++) {
      person.write('1')
      await person.answers()
    }
    const shown = /"id":"(show:[^"]+)"/.exec(words(person.received))?.[1]
    expect(shown).toBeDefined()
    person.tap(shown!)
    expect(words(await person.answers(2))).toContain('cta_url')
    const where = /"id":"(where:[^"]+)"/.exec(words(person.received))?.[1]
    if (where) {
      person.tap(where)
      expect((await person.answers())[0]?.type).toBe('location')
    }
  })

  test('the same message twice is answered once, also after a restart', async () => {
    const person = somebody()
    person.write('hallo')
    await person.answers()
    person.repeat()
    await whatsapp.emulator.settled()
    await whatsapp.restart()
    person.repeat()
    await whatsapp.emulator.settled()
    expect(person.received).toHaveLength(1)
  })

  test('danger is answered at once, with numbers first, and afterwards nothing is on disk', async () => {
    const person = somebody()
    person.write('hallo')
    await person.answers()
    person.write('mijn man slaat mij')
    expect(words(await person.answers())).toContain('0800')
    person.repeat()
    await whatsapp.emulator.settled()
    expect(person.received).toHaveLength(2)
  })

  test('what the platform refuses for a while is sent when it can be', async () => {
    const person = somebody()
    whatsapp.emulator.next({ type: 'error', code: 130_429 })
    person.write('hallo')
    expect(await person.answers(1, 8_000)).toHaveLength(1)
  }, 12_000)

  test('what was not sent when the process stopped is sent when it starts again', async () => {
    const person = somebody()
    whatsapp.emulator.next({ type: 'error', code: 130_429 }, { type: 'error', code: 130_429 })
    person.write('hallo')
    await whatsapp.emulator.settled()
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(person.received).toHaveLength(0)
    leaseEnds()
    await whatsapp.restart()
    expect(await person.answers(1, 8_000)).toHaveLength(1)
  }, 15_000)

  test('a picture and a voice note get a kind answer, and the question again', async () => {
    const person = somebody()
    person.write('hallo')
    await person.answers()
    person.write('1')
    await person.answers()
    person.sendVoice()
    expect(await person.answers()).toHaveLength(1)
    person.sendPicture()
    expect(await person.answers()).toHaveLength(1)
  })

  test('a message that waited more than ten minutes gets one line and the menu', async () => {
    const person = somebody()
    person.write('hallo')
    await person.answers()
    person.write('1')
    await person.answers()
    person.write('ik heb schulden')
    await person.answers()
    const before = person.received.length
    whatsapp.emulator.callAt(new URL('http://127.0.0.1:9/'))
    person.write('een')
    person.write('twee')
    person.write('drie')
    await new Promise(resolve => setTimeout(resolve, 60))
    whatsapp.pass(11 * 60_000)
    whatsapp.emulator.callAt(new URL('/channels/whatsapp', whatsapp.app.url))
    await whatsapp.emulator.settled()
    await new Promise(resolve => setTimeout(resolve, 300))
    const late = person.received.slice(before)
    expect(words(late)).toContain('Sorry, ik was even weg')
    expect(late.length).toBeLessThanOrEqual(3)
  })
}
