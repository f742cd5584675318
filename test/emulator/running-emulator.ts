import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../bot/emulator/emulator.js'

export const SECRET = 'the-secret-of-the-app-in-tests'
export const TOKEN = 'a-token-that-must-never-be-seen'
export const NUMBER = '200000000000002'
export const START = Date.UTC(2026, 10, 23, 9, 0, 0)

/** Chance that always comes out the same, from a seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

export interface RunningEmulator extends Emulator {
  readonly url: string
  now: number
}

/** Meta's side on a free port, with time and chance in the hands of the test. */
export async function startEmulator(options: Partial<EmulatorOptions> = {}): Promise<RunningEmulator> {
  const time = { now: START }
  const emulator = createEmulator({
    secret: SECRET,
    verifyToken: 'verify-me',
    token: TOKEN,
    number: NUMBER,
    clock: () => time.now,
    chance: chanceFrom(7),
    backOff: attempt => (attempt < 5 ? 5 : null),
    ...options,
  })
  const url = await emulator.listen()
  return Object.defineProperty(Object.assign(emulator, { url, now: START }), 'now', {
    get: () => time.now,
    set: (now: number) => (time.now = now),
  })
}

export interface Call {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Listener {
  readonly url: URL
  readonly calls: readonly Call[]
  /** Every message and status that was told, in the order of coming. */
  readonly told: readonly Record<string, unknown>[]
  close(): Promise<void>
}

/** Something that takes webhook calls; `answer` says with which status (and body). */
export async function startListener(
  answer: (call: Call, index: number) => { status: number; body?: string } = () => ({ status: 200 }),
): Promise<Listener> {
  const calls: Call[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const call = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      }
      calls.push(call)
      const { status, body } = answer(call, calls.length - 1)
      response.writeHead(status).end(body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/channels/whatsapp`),
    calls,
    get told() {
      return calls
        .flatMap(({ body }) => valuesIn(body))
        .flatMap(({ messages = [], statuses = [] }) => [...messages, ...statuses])
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const told = z.array(z.record(z.string(), z.unknown())).optional()
const webhookBody = z.strictObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.strictObject({
      id: z.string(),
      changes: z.array(
        z.strictObject({
          field: z.literal('messages'),
          value: z.strictObject({
            messaging_product: z.literal('whatsapp'),
            metadata: z.strictObject({ display_phone_number: z.string(), phone_number_id: z.string() }),
            contacts: told,
            messages: told,
            statuses: told,
          }),
        }),
      ),
    }),
  ),
})

export const valuesIn = (body: string) =>
  webhookBody.parse(JSON.parse(body)).entry.flatMap(({ changes }) => changes.map(({ value }) => value))

/** Posts to the emulator as a stranger to our own sending code would. */
export async function post(
  { url }: { url: string },
  body: unknown,
  { token = TOKEN, path = `/v25.0/${NUMBER}/messages` }: { token?: string; path?: string } = {},
): Promise<{ status: number; body: Answered }> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Answered }
}

export interface Answered {
  readonly messages?: readonly { id: string }[]
  readonly contacts?: readonly object[]
  readonly success?: boolean
  readonly error?: { code: number; type: string; message: string; fbtrace_id: string; error_data: { details: string } }
}

export const PHONE = '31612345678'
export const BSUID = 'NL.1234567890'

export const message = (content: object, to: object = { to: PHONE }): object => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  ...to,
  ...content,
})
