import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startWhatsApp, type WhatsAppTest } from './whatsapp-app.js'

/** A start may take so long without its database, in milliseconds: 2 s are for looking for it, the rest is reading content. */
const START_WITHIN_MS = 10_000

describe('a MongoDB that cannot be reached', () => {
  let whatsapp: WhatsAppTest
  let started = 0
  const unhandled: unknown[] = []
  const note = (reason: unknown) => void unhandled.push(reason)
  beforeAll(async () => {
    process.on('unhandledRejection', note)
    const began = Date.now()
    const settings = { MONGODB_URI: 'mongodb://somebody:geheim123@127.0.0.1:1/' }
    whatsapp = await startWhatsApp({ backOff: () => null }, settings)
    started = Date.now() - began
  })
  afterAll(async () => {
    await whatsapp.close()
    process.off('unhandledRejection', note)
  })
  const somebody = (number: number) =>
    whatsapp.emulator.person({ name: 'Fatma', phone: `3162000000${number}`, bsuid: `NL.62000000${number}` })

  test('does not stop the start, and its password stands nowhere', () => {
    expect(started).toBeLessThan(START_WITHIN_MS)
    const logged = whatsapp.app.logged.join('')
    expect(logged).toContain('cannot be reached')
    expect(logged).not.toContain('geheim123')
  })

  test('somebody in danger gets the numbers all the same', async () => {
    const resident = somebody(1)
    resident.write('mijn man slaat mij')
    expect(JSON.stringify(await resident.answers(1, 15_000))).toContain('0800')
  })

  test('others hear that something is wrong and where a person is, and the message is not acknowledged', async () => {
    const resident = somebody(2)
    resident.write('hallo')
    expect(JSON.stringify(await resident.answers(1, 15_000))).toMatch(/Sorry/)
    await whatsapp.emulator.settled()
    expect(whatsapp.emulator.counts.lost).toBeGreaterThan(0)
  })

  test('the web chat still opens', async () => {
    expect((await fetch(whatsapp.app.url)).status).toBe(200)
  })

  test('nothing fails without somebody who notices', () => {
    expect(unhandled).toEqual([])
  })
})
