import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DirectLine, type Activity } from 'botframework-directlinejs'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { DIRECT_LINE_PATH } from '../../bot/server.js'
import { startApp, type RunningApp } from '../app/running-app.js'
import { createDirectLineClient } from './direct-line-client.js'
import { FetchRequest } from './fetch-request.js'

const PATIENCE_MS = 5_000
const QUIET_MS = 500

const seenSchema = z.object({
  id: z.string(),
  text: z.string(),
  from: z.object({ role: z.string() }),
  attachments: z.array(z.unknown()).default([]),
  suggestedActions: z.object({ actions: z.array(z.object({ value: z.string() })) }).optional(),
})
type Seen = z.infer<typeof seenSchema>

let app: RunningApp
beforeAll(async () => {
  Reflect.set(globalThis, 'WebSocket', WebSocket)
  Reflect.set(globalThis, 'XMLHttpRequest', FetchRequest)
  app = await startApp()
})
afterAll(() => app.close())

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < PATIENCE_MS; waited += 20) await pause(20)
}

/** Microsoft's own client, with everything it saw. */
async function connect(webSocket: boolean) {
  const { token } = await createDirectLineClient(app.url).start()
  const client = new DirectLine({ domain: app.url + DIRECT_LINE_PATH, token, webSocket, pollingInterval: 200 })
  const seen: Seen[] = []
  const watching = client.activity$.subscribe(activity => void seen.push(seenSchema.parse(activity)))
  const bots = () => seen.filter(({ from }) => from.role === 'bot')
  return {
    seen,
    bots,
    async say(text: string, value?: string): Promise<string> {
      const before = bots().length
      const activity: Activity = { type: 'message', from: { id: 'resident' }, text }
      // The types of this client allow objects alone; its buttons send words
      if (value) Reflect.set(activity, 'value', value)
      const id = await new Promise<string>((resolve, reject) =>
        client.postActivity(activity).subscribe(resolve, reject),
      )
      await until(() => bots().length > before && seen.some(said => said.id === id))
      return id
    },
    end() {
      watching.unsubscribe()
      client.end()
    },
  }
}

describe.each([
  ['WebSocket', true],
  ['polling', false],
])("Microsoft's client over %s", (_name, webSocket) => {
  test('holds a whole conversation: each activity once', async () => {
    const client = await connect(webSocket)
    await until(() => client.bots().length > 1)
    expect(
      client
        .bots()
        .at(-1)
        ?.suggestedActions?.actions.map(({ value }) => value),
    ).toContain('letter')
    const said = [
      await client.say('Brief of formulier', 'letter'),
      await client.say('later'),
      await client.say('1057'),
      await client.say('Maakt niet uit', 'skip'),
    ]
    await until(() => client.bots().some(({ attachments }) => attachments.length > 0))
    await pause(QUIET_MS)
    client.end()
    const cards = client.bots().flatMap(({ attachments }) => attachments).length
    expect(cards).toBeGreaterThanOrEqual(1)
    expect(cards).toBeLessThanOrEqual(3)
    const numbers = client.bots().map(({ id }) => Number(id.split('|')[1]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_number, index) => index + 1))
    expect(client.seen.filter(({ from }) => from.role === 'user').map(({ id }) => id)).toEqual(said)
  })

  test('sees each answer once when she sends five at once', async () => {
    const client = await connect(webSocket)
    await until(() => client.bots().length > 0)
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(letter => client.say(`xqzv${letter}`)))
    await until(() => client.bots().length >= 7)
    await pause(QUIET_MS)
    client.end()
    // The client hands them on in its own time; their order on the wire is held by direct-line-stream.test.ts
    const numbers = client.bots().map(({ id }) => Number(id.split('|')[1]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_number, index) => index + 1))
    expect(client.seen.filter(({ from }) => from.role === 'user')).toHaveLength(5)
  })
})

describe('the stream', () => {
  const refused = (address: string) =>
    new Promise<string>(resolve => {
      const socket = new WebSocket(address)
      socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)))
      socket.on('open', () => resolve('open'))
      socket.on('error', () => resolve('error'))
    })
  const streamOf = (conversation: string, token: string) =>
    `${app.url.replace('http', 'ws')}${DIRECT_LINE_PATH}/conversations/${conversation}/stream?t=${token}`

  test('is refused without a token, with junk, and with the token of another conversation', async () => {
    const line = createDirectLineClient(app.url)
    const [one, other] = [await line.start(), await line.start()]
    for (const token of ['', 'junk', other.token])
      expect(await refused(streamOf(one.conversationId, token))).toBe('403')
    expect(await refused(`${app.url.replace('http', 'ws')}/elsewhere`)).toBe('403')
  })
})
