import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  BSUID,
  message,
  NUMBER,
  PHONE,
  post,
  SECRET,
  START,
  startEmulator,
  startListener,
  valuesIn,
  type Listener,
  type RunningEmulator,
} from './running-emulator.js'

let emulator: RunningEmulator
let listener: Listener
const fatma = () => emulator.person({ name: 'Fatma', phone: PHONE })

beforeEach(async () => {
  emulator = await startEmulator()
  listener = await startListener()
  emulator.callAt(listener.url)
})
afterEach(async () => {
  await emulator.close()
  await listener.close()
})

test('a call is signed over its bytes', async () => {
  fatma().write('Çok teşekkürler 🌷')
  await emulator.settled()
  const [call] = listener.calls
  const expected = createHmac('sha256', SECRET).update(call!.body).digest('hex')
  expect(call!.headers['x-hub-signature-256']).toBe(`sha256=${expected}`)
  expect(call!.headers['content-type']).toBe('application/json')
})

describe('what a resident does comes in Meta’s shape', () => {
  const frame = { from: PHONE, id: expect.stringMatching(/^wamid\./), timestamp: String(START / 1000) }
  const option = (type: string, id: string, title: string) => ({
    type: 'interactive',
    interactive: { type, [type]: { id, title } },
  })

  test('words, from a number', async () => {
    fatma().write('dag')
    await emulator.settled()
    expect(valuesIn(listener.calls[0]!.body)).toEqual([
      {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: '31200000000', phone_number_id: NUMBER },
        contacts: [{ profile: { name: 'Fatma' }, wa_id: PHONE }],
        messages: [{ ...frame, type: 'text', text: { body: 'dag' } }],
      },
    ])
  })

  test('words, from somebody with a user name and no number', async () => {
    emulator.person({ name: 'Tesfay H', bsuid: BSUID }).write('selam')
    await emulator.settled()
    expect(valuesIn(listener.calls[0]!.body)).toMatchObject([
      {
        contacts: [{ profile: { name: 'Tesfay H', username: 'tesfay.h' }, user_id: BSUID }],
        messages: [{ ...frame, from: BSUID, from_user_id: BSUID }],
      },
    ])
  })

  test('a tapped button and a tapped row, of the message that offered them', async () => {
    const person = fatma()
    person.write('dag')
    const body = { text: 'Kies' }
    const buttons = [{ type: 'reply', reply: { id: 'b1', title: 'Een' } }]
    const sent = await post(
      emulator,
      message({ type: 'interactive', interactive: { type: 'button', body, action: { buttons } } }),
    )
    person.tap('b1')
    const sections = [{ rows: [{ id: 'r1', title: 'Rij', description: 'meer' }] }]
    await post(
      emulator,
      message({ type: 'interactive', interactive: { type: 'list', body, action: { button: 'Open', sections } } }),
    )
    person.tap('Rij')
    await emulator.settled()
    const messages = listener.told.filter(({ from }) => from === PHONE)
    expect(messages.slice(1)).toMatchObject([
      { ...frame, ...option('button_reply', 'b1', 'Een'), context: { id: sent.body.messages?.[0]?.id } },
      { ...frame, interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Rij', description: 'meer' } } },
    ])
    expect(() => person.tap('nowhere')).toThrow(/nowhere/)
  })

  test('a place, a picture, a voice note and anything else', async () => {
    const person = fatma()
    person.sendLocation(52.3, 4.9)
    person.sendPicture()
    person.sendVoice()
    person.send({ type: 'hologram', hologram: {}, timestamp: '1' })
    await emulator.settled()
    expect(listener.told).toMatchObject([
      { ...frame, type: 'location', location: { latitude: 52.3, longitude: 4.9 } },
      { ...frame, type: 'image', image: { mime_type: 'image/jpeg' } },
      { ...frame, type: 'audio', audio: { voice: true } },
      { ...frame, type: 'hologram', timestamp: '1' },
    ])
  })
})

describe('statuses', () => {
  const dag = message({ type: 'text', text: { body: 'dag' } })
  const statuses = () => listener.told.filter(({ status }) => status !== undefined).map(({ status }) => status)

  test('sent and delivered follow a message, read when she looks', async () => {
    fatma().write('dag')
    const { body } = await post(emulator, dag)
    await emulator.settled()
    expect(statuses()).toEqual(['sent', 'delivered'])
    fatma().look()
    fatma().look()
    await emulator.settled()
    expect(statuses()).toEqual(['sent', 'delivered', 'read'])
    expect(listener.told.at(-1)).toEqual({
      id: body.messages?.[0]?.id,
      status: 'read',
      timestamp: String(START / 1000),
      recipient_id: PHONE,
    })
  })

  test('what fails later says so, with the code', async () => {
    fatma().write('dag')
    emulator.next({ type: 'fails-later', code: 131_026 })
    expect((await post(emulator, dag)).status).toBe(200)
    await emulator.settled()
    expect(listener.told.at(-1)).toMatchObject({
      status: 'failed',
      errors: [{ code: 131_026, title: expect.any(String) }],
    })
  })

  test('her own message has one tick until the webhook took it', async () => {
    const [person] = [fatma()]
    person.write('dag')
    expect(person.messages[0]?.status).toBe('sent')
    await emulator.settled()
    expect(person.messages[0]?.status).toBe('delivered')
  })
})

describe('calls that fail', () => {
  test('are made again until they are answered with 200, with the same bytes', async () => {
    const moody = await startListener((_call, index) => ({ status: [500, 404, 201, 200][index] ?? 200 }))
    emulator.callAt(moody.url)
    fatma().write('dag')
    await emulator.settled()
    expect(new Set(moody.calls.map(({ body }) => body)).size).toBe(1)
    expect(moody.calls).toHaveLength(4)
    expect(emulator.counts).toEqual({ told: 1, failed: 3, lost: 0 })
    await moody.close()
  })

  test('are given up at last, and counted', async () => {
    const dead = await startListener(() => ({ status: 503 }))
    emulator.callAt(dead.url)
    fatma().write('dag')
    await emulator.settled()
    expect(emulator.counts).toEqual({ told: 0, failed: 6, lost: 1 })
    await dead.close()
  })

  test('wait for a listener that comes later', async () => {
    const late = await startEmulator()
    late.person({ name: 'Fatma', phone: PHONE }).write('dag')
    late.callAt(listener.url)
    await late.settled()
    expect(listener.told).toHaveLength(1)
    await late.close()
  })

  test('get through after a pause', async () => {
    emulator.pause(10_000)
    fatma().write('dag')
    await new Promise(resolve => setTimeout(resolve, 12))
    expect(listener.calls).toHaveLength(0)
    emulator.now += 10_000
    await emulator.settled()
    expect(listener.told).toHaveLength(1)
  })
})

describe('the way there', () => {
  const texts = () => listener.told.map(({ text }) => (text as { body: string }).body)
  const count = (from: number) => Array.from({ length: from }, (_, index) => String(index))

  test('undisturbed, one person’s messages come in order', async () => {
    count(30).forEach(text => fatma().write(text))
    await emulator.settled()
    expect(texts()).toEqual(count(30))
  })

  test('disturbed, they come twice and out of order, and none is missing', async () => {
    emulator.disturb({ twice: 0.5, shuffled: 0.5, byMs: 30 })
    count(30).forEach(text => fatma().write(text))
    await emulator.settled()
    expect([...new Set(texts())].toSorted((a, b) => Number(a) - Number(b))).toEqual(count(30))
    expect(texts().length).toBeGreaterThan(30)
    expect([...new Set(texts())]).not.toEqual(count(30))
    expect(new Set(listener.told.map(({ id }) => id)).size).toBe(30)
  })

  test('in batches, several people travel in one call', async () => {
    emulator.disturb({ batch: 4, batchMs: 20 })
    count(10).forEach((text, index) => emulator.person({ name: 'X', phone: `3160000000${index}` }).write(text))
    await emulator.settled()
    expect(texts()).toEqual(count(10))
    expect(listener.calls.map(({ body }) => valuesIn(body).length)).toEqual([4, 4, 2])
  })

  test('her last message can be told twice, with one id', async () => {
    fatma().write('dag')
    fatma().repeat()
    await emulator.settled()
    expect(listener.told).toHaveLength(2)
    expect(listener.told[0]).toEqual(listener.told[1])
  })
})

describe('handshake', () => {
  test('asks as Meta does, and knows a right answer from a wrong one', async () => {
    const echo = await startListener(({ url }) => ({
      status: 200,
      body: new URL(url, 'http://a').searchParams.get('hub.challenge') ?? '',
    }))
    emulator.callAt(echo.url)
    expect(await emulator.handshake()).toBe(true)
    const query = new URL(echo.calls[0]!.url, 'http://a').searchParams
    expect([echo.calls[0]!.method, query.get('hub.mode'), query.get('hub.verify_token')]).toEqual([
      'GET',
      'subscribe',
      'verify-me',
    ])
    emulator.callAt(listener.url)
    expect(await emulator.handshake('wrong')).toBe(false)
    await echo.close()
  })
})

test('faults come to a share of messages, and the same ones from the same seed', async () => {
  const run = async () => {
    const one = await startEmulator()
    one.person({ name: 'Fatma', phone: PHONE }).write('dag')
    one.often(0.3, [
      { type: 'error', code: 131_056 },
      { type: 'http', status: 500, body: '{}' },
    ])
    const statuses: number[] = []
    for (let sent = 0; sent < 40; sent += 1)
      statuses.push((await post(one, message({ type: 'text', text: { body: 'dag' } }))).status)
    await one.close()
    return statuses
  }
  const first = await run()
  expect(new Set(first)).toEqual(new Set([200, 400, 500]))
  expect(await run()).toEqual(first)
})

test('waiting for answers says how many came when they are too few', async () => {
  fatma().write('dag')
  await expect(fatma().answers(1, 20)).rejects.toThrow(/got 0/)
  const waiting = fatma().answers(1)
  await post(emulator, message({ type: 'text', text: { body: 'Goedemorgen' } }))
  expect(await waiting).toEqual([{ type: 'text', text: { body: 'Goedemorgen' } }])
})
