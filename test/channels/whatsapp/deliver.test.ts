import { Agent } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createSocketServer, type AddressInfo, type Server } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createDeliver, type DeliverParts } from '../../../bot/channels/whatsapp/deliver.js'
import { RETRY_AFTER_MS, UPGRADE_WAIT_MS, type Delivered } from '../../../bot/channels/whatsapp/outcome-of.js'
import { MOST_ANSWER } from '../../../bot/channels/whatsapp/post-json.js'
import type { WirePayload } from '../../../bot/channels/whatsapp/wire.js'
import type { Fault } from '../../../bot/emulator/faults.js'
import {
  BSUID,
  NUMBER,
  PHONE,
  START,
  startEmulator,
  TOKEN,
  type RunningEmulator,
} from '../../emulator/running-emulator.js'

const to = { phone: PHONE }
const text: WirePayload = { type: 'text', text: { body: 'Goedemorgen', preview_url: false } }
const retry = (code: number | null = null, after = RETRY_AFTER_MS): Delivered => ({
  type: 'retry',
  after,
  code,
  held: false,
})

let emulator: RunningEmulator
let agent: Agent
const deliverTo = (host: string, parts: Partial<DeliverParts> = {}) =>
  createDeliver({
    host,
    version: 'v25.0',
    token: TOKEN,
    number: NUMBER,
    clock: () => emulator.now,
    agent,
    timeoutMs: 300,
    ...parts,
  })

beforeEach(async () => {
  agent = new Agent({ keepAlive: true })
  emulator = await startEmulator()
  emulator.person({ name: 'Fatma', phone: PHONE }).write('hallo')
})
afterEach(async () => {
  agent.destroy()
  await emulator.close()
})

describe('every answer comes to one outcome', () => {
  const cases: readonly { name: string; fault: Fault; outcome: Delivered; arrives?: boolean }[] = [
    ...[4, 80_007, 130_429, 131_048, 131_053, 131_056, 133_016].map(code => ({
      name: `code ${code} is tried again`,
      fault: { type: 'error', code } as const,
      outcome: retry(code),
    })),
    {
      name: 'code 131057 waits',
      fault: { type: 'error', code: 131_057 },
      outcome: { type: 'wait', after: UPGRADE_WAIT_MS },
    },
    {
      name: 'code 131047 is a closed window',
      fault: { type: 'error', code: 131_047 },
      outcome: { type: 'window-closed' },
    },
    ...[131_026, 131_049, 131_051, 100].map(code => ({
      name: `code ${code} stops`,
      fault: { type: 'error', code } as const,
      outcome: { type: 'stop', code } as const,
    })),
    ...[131_031, 368, 190, 131_042].map(code => ({
      name: `code ${code} alarms`,
      fault: { type: 'error', code } as const,
      outcome: { type: 'alarm', code } as const,
    })),
    {
      name: 'a code counts for more than its status',
      fault: { type: 'error', code: 131_026, status: 500 },
      outcome: { type: 'stop', code: 131_026 },
    },
    {
      name: 'an unknown code goes by its status',
      fault: { type: 'error', code: 131_000, status: 500 },
      outcome: retry(131_000),
    },
    {
      name: 'an unknown code with 403 alarms',
      fault: { type: 'error', code: 10, status: 403 },
      outcome: { type: 'alarm', code: 10 },
    },
    {
      name: 'HTTP 429 waits as long as it says',
      fault: { type: 'http', status: 429, retryAfter: 7 },
      outcome: retry(null, 7_000),
    },
    {
      name: 'a Retry-After of days is not believed',
      fault: { type: 'http', status: 503, retryAfter: 900_000 },
      outcome: retry(null, 3_600_000),
    },
    {
      name: 'HTTP 502 with a page',
      fault: { type: 'http', status: 502, body: '<h1>Bad gateway</h1>' },
      outcome: retry(),
    },
    { name: 'HTTP 401 without JSON', fault: { type: 'http', status: 401 }, outcome: { type: 'alarm', code: 401 } },
    { name: 'HTTP 403 without JSON', fault: { type: 'http', status: 403 }, outcome: { type: 'alarm', code: 403 } },
    {
      name: 'HTTP 404 without JSON',
      fault: { type: 'http', status: 404, body: 'gone' },
      outcome: { type: 'stop', code: 404 },
    },
    { name: 'a redirect is not followed', fault: { type: 'http', status: 302 }, outcome: { type: 'alarm', code: 302 } },
    {
      name: 'broken before it was accepted',
      fault: { type: 'close', accepted: false },
      outcome: retry(),
      arrives: false,
    },
    { name: 'broken after it was accepted', fault: { type: 'close', accepted: true }, outcome: retry(), arrives: true },
    { name: 'never answered', fault: { type: 'stall', accepted: false }, outcome: retry(), arrives: false },
    { name: 'never answered, but accepted', fault: { type: 'stall', accepted: true }, outcome: retry(), arrives: true },
    { name: 'answered too late', fault: { type: 'late', ms: 400 }, outcome: retry() },
    {
      name: 'an answer that is no JSON',
      fault: { type: 'garbled', body: '{"messages":[' },
      outcome: retry(),
      arrives: true,
    },
    {
      name: 'an answer without id',
      fault: { type: 'garbled', body: '{"messages":[]}' },
      outcome: retry(),
      arrives: true,
    },
    {
      name: 'an answer with an id of the wrong kind',
      fault: { type: 'garbled', body: '{"messages":[{"id":5}]}' },
      outcome: retry(),
      arrives: true,
    },
    { name: 'an answer that is null', fault: { type: 'garbled', body: 'null' }, outcome: retry(), arrives: true },
    {
      name: 'an answer without end',
      fault: { type: 'garbled', body: 'x'.repeat(MOST_ANSWER + 1) },
      outcome: retry(),
      arrives: true,
    },
  ]
  test.each(cases)('$name', async ({ fault, outcome, arrives = false }) => {
    emulator.next(fault)
    expect(await deliverTo(emulator.url).send(to, text)).toEqual(outcome)
    expect(emulator.person({ name: '', phone: PHONE }).received).toHaveLength(arrives ? 1 : 0)
  })

  test('accepted is sent, with the id of the platform', async () => {
    const ids: string[] = []
    emulator.onAccepted(({ id }) => ids.push(id))
    expect(await deliverTo(emulator.url).send(to, text)).toEqual({ type: 'sent', id: ids[0] })
    expect(emulator.person({ name: '', phone: PHONE }).received).toEqual([text])
  })

  test('nobody listens', async () => {
    await emulator.close()
    expect(await deliverTo(emulator.url).send(to, text)).toEqual(retry())
  })

  test('an answer that breaks off in the middle', async () => {
    const server = await listen(
      createServer((_request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"messages"')
        setTimeout(() => response.destroy(), 20)
      }),
    )
    expect(await deliverTo(server.url).send(to, text)).toEqual(retry())
    await server.close()
  })

  test('an answer that is no HTTP', async () => {
    const server = await listen(createSocketServer(socket => socket.end('220 mail.example.org ESMTP\r\n')))
    expect(await deliverTo(server.url).send(to, text)).toEqual(retry())
    await server.close()
  })

  test('an answer that drips is cut off in time', async () => {
    const drips: NodeJS.Timeout[] = []
    const server = await listen(
      createServer((_request, response) => {
        response.writeHead(200)
        drips.push(setInterval(() => response.write(' '), 20))
      }),
    )
    expect(await deliverTo(server.url).send(to, text)).toEqual(retry())
    drips.forEach(clearInterval)
    await server.close()
  })
})

describe('who it goes to', () => {
  test('the business-scoped id, where it is known', async () => {
    const both = emulator.person({ name: 'Tesfay', phone: '31687654321', bsuid: BSUID })
    both.write('selam')
    const recipients: object[] = []
    emulator.onAccepted(({ to: recipient }) => recipients.push(recipient))
    await deliverTo(emulator.url).send({ bsuid: BSUID, phone: '31687654321' }, text)
    expect(recipients).toEqual([{ bsuid: BSUID }])
    expect(both.received).toEqual([text])
  })

  test('an address with nothing in it is undeliverable, and Meta is not asked', async () => {
    emulator.next({ type: 'http', status: 503 })
    expect(await deliverTo(emulator.url).send({}, text)).toEqual({ type: 'stop', code: 131_026 })
  })
})

describe('pace', () => {
  test('what cannot be sent later goes past our own pace, and Meta alone may hold it back (P2)', async () => {
    const deliver = deliverTo(emulator.url)
    for (let sent = 0; sent < 46; sent += 1) await deliver.send(to, text)
    expect(await deliver.send(to, text)).toMatchObject({ type: 'retry', held: true })
    expect(await deliver.send(to, text, 'at-once')).toMatchObject({ type: 'sent' })
  })

  test('one person gets 45 at once, then one every 6 s; Meta is not asked in between', async () => {
    const deliver = deliverTo(emulator.url)
    const outcomes: Delivered[] = []
    for (let sent = 0; sent < 46; sent += 1) outcomes.push(await deliver.send(to, text))
    expect(outcomes.map(({ type }) => type)).toEqual([...Array<string>(45).fill('sent'), 'retry'])
    expect(outcomes.at(-1)).toEqual({ type: 'retry', after: 6_000, code: null, held: true })
    emulator.now += 5_999
    expect(await deliver.send(to, text)).toEqual({ type: 'retry', after: 1, code: null, held: true })
    emulator.now += 1
    expect(await deliver.send(to, text)).toMatchObject({ type: 'sent' })
    expect(await deliver.send(to, text)).toMatchObject({ held: true })
    emulator.person({ name: 'Jan', phone: '31611111111' }).write('hoi')
    expect(await deliver.send({ phone: '31611111111' }, text)).toMatchObject({ type: 'sent' })
  })

  test('what Meta says about one person is kept to', async () => {
    const deliver = deliverTo(emulator.url)
    emulator.next({ type: 'error', code: 131_056 })
    expect(await deliver.send(to, text)).toEqual(retry(131_056))
    expect(await deliver.send(to, text)).toEqual({ type: 'retry', after: 6_000, code: null, held: true })
  })

  test('our number sends a second’s worth at once, waits a little for the next, and hands back the rest', async () => {
    const waits: number[] = []
    const deliver = deliverTo(emulator.url, { perSecond: 2, wait: async ms => void waits.push(ms) })
    const outcomes: Delivered[] = []
    for (let sent = 0; sent < 5; sent += 1) outcomes.push(await deliver.send(to, text))
    expect(waits).toEqual([500, 1_000])
    expect(outcomes.map(({ type }) => type)).toEqual(['sent', 'sent', 'sent', 'sent', 'retry'])
    expect(outcomes.at(-1)).toEqual({ type: 'retry', after: 1_500, code: null, held: true })
    emulator.now = START + 1_500
    expect(await deliver.send(to, text)).toMatchObject({ type: 'sent' })
  })
})

test('one connection serves one message after the other', async () => {
  let connections = 0
  const server = await listen(createServer((_request, response) => response.end('{"messages":[{"id":"wamid.1"}]}')))
  server.server.on('connection', () => (connections += 1))
  const deliver = deliverTo(server.url)
  for (let sent = 0; sent < 10; sent += 1) expect(await deliver.send(to, text)).toEqual({ type: 'sent', id: 'wamid.1' })
  expect(connections).toBe(1)
  await server.close()
})

describe('marking as read', () => {
  test('shows on her phone, and no typing dots are asked for', async () => {
    const person = emulator.person({ name: 'Fatma', phone: PHONE })
    const id = person.write('bent u daar?')
    await deliverTo(emulator.url).markRead(id)
    expect(person.messages.at(-1)).toMatchObject({ id, status: 'read' })
  })

  test('a failure is not told', async () => {
    await deliverTo(emulator.url).markRead('wamid.UNKNOWN')
    await emulator.close()
    await expect(deliverTo(emulator.url).markRead('wamid.UNKNOWN')).resolves.toBeUndefined()
  })
})

describe('the token', () => {
  test.each<Fault>([
    { type: 'error', code: 190 },
    { type: 'close', accepted: false },
    { type: 'http', status: 500, body: `Bearer ${TOKEN}` },
    { type: 'stall', accepted: false },
  ])('is in nothing that comes back from $type', async fault => {
    emulator.next(fault)
    const deliver = deliverTo(emulator.url)
    expect(inspect([await deliver.send(to, text), deliver], { depth: null, showHidden: true })).not.toContain(TOKEN)
  })

  test('that cannot be a token is refused at the start, without being repeated', () => {
    const create = () => deliverTo(emulator.url, { token: 'se cret\r\nX-Evil: 1' })
    expect(create).toThrow(/token/)
    expect(create).not.toThrow(/cret/)
  })
})

async function listen(server: Server): Promise<{ url: string; server: Server; close(): Promise<void> }> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const sockets = new Set<{ destroy(): void }>()
  server.on('connection', (socket: { destroy(): void }) => sockets.add(socket))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    async close() {
      sockets.forEach(socket => socket.destroy())
      await new Promise(resolve => server.close(resolve))
    },
  }
}
