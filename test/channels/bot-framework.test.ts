import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { isServiceAllowed } from '../../bot/channels/bot-framework/service-hosts.js'
import { readConfig } from '../../bot/config.js'
import { everythingStored } from '../app/everything-stored.js'
import { startApp, type RunningApp } from '../app/running-app.js'
import { contentOf } from '../app/test-app.js'

const { texts } = contentOf()

const activitySchema = z.looseObject({
  type: z.string(),
  text: z.string(),
  locale: z.string(),
  suggestedActions: z.object({ actions: z.array(z.looseObject({ value: z.string() })) }).optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })),
})
type Said = z.infer<typeof activitySchema>

/** The channel's side: takes what the bot posts. */
interface Connector {
  readonly url: string
  readonly took: { readonly path: string; readonly said: Said }[]
  status: number
  close(): Promise<void>
}

async function startConnector(): Promise<Connector> {
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => void parts.push(part))
    request.on('end', () => {
      if (connector.status < 300)
        connector.took.push({
          path: request.url ?? '',
          said: activitySchema.parse(JSON.parse(String(Buffer.concat(parts)))),
        })
      response.writeHead(connector.status, { 'content-type': 'application/json' }).end('{"id":"1"}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.custom<AddressInfo>().parse(server.address())
  const connector: Connector = {
    url: `http://127.0.0.1:${port}`,
    took: [],
    status: 200,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  return connector
}

let app: RunningApp
let connector: Connector
beforeAll(async () => {
  connector = await startConnector()
  app = await startApp({ VOORDEUR_BOT_FRAMEWORK_DEV: 'true' })
})
afterEach(() => {
  connector.took.length = 0
  connector.status = 200
})
afterAll(async () => {
  await app.close()
  await connector.close()
})

let people = 0
/** Somebody in a channel of the Bot Framework. */
function somebody(locale = 'nl-NL') {
  people += 1
  const conversation = { id: `conversation-${people}` }
  let messages = 0
  const call = (more: object, url = app.url) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `message-${(messages += 1)}`,
        serviceUrl: connector.url,
        channelId: 'emulator',
        conversation,
        from: { id: `geplant-persoon-${people}`, name: 'Geplante Naam' },
        recipient: { id: 'bot', name: 'bot' },
        locale,
        ...more,
      }),
    })
  const asked = async (more: object): Promise<readonly Said[]> => {
    const response = await call({ ...more, deliveryMode: 'expectReplies' })
    expect(response.status).toBe(200)
    const answered = z
      .object({ activities: z.array(activitySchema) })
      .safeParse(await response.json().catch(() => null))
    return answered.success ? answered.data.activities : []
  }
  return { call, asked, write: (text: string) => asked({ text }), conversation }
}
const optionsOf = (said: readonly Said[]) => said.at(-1)?.suggestedActions?.actions.map(({ value }) => value) ?? []

describe('a resident on a Bot Framework channel', () => {
  test('from hello to a place nearby, in the answers themselves', async () => {
    const person = somebody('tr-TR')
    const opening = await person.asked({ type: 'conversationUpdate', membersAdded: [{ id: 'somebody' }] })
    expect(optionsOf(opening)).toEqual(expect.arrayContaining(['meeting', 'not-safe']))
    expect(opening.at(-1)?.locale).toBe('tr')
    await person.asked({ text: 'meeting', value: 'meeting' })
    await person.write('coffee')
    const cards = await person.write('1013')
    expect(cards.flatMap(({ attachments }) => attachments)[0]?.contentType).toBe('application/vnd.microsoft.card.hero')
    expect(JSON.stringify(cards)).toMatch(/ÖRNEK/i)
  })

  test('answers are posted to the connector of the call', async () => {
    const person = somebody()
    const response = await person.call({ text: 'hallo' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(connector.took.length).toBeGreaterThan(0)
    expect(connector.took[0]?.path).toContain(`/v3/conversations/${person.conversation.id}/activities`)
    expect(connector.took.map(({ said }) => said.text).join(' ')).toContain(texts.text('kept.web', 'nl'))
  })

  test('a tap that comes back as text is that option', async () => {
    const person = somebody()
    await person.write('hallo')
    expect(optionsOf(await person.write('letter'))).not.toContain('letter')
    expect(JSON.stringify(await person.write('not-safe'))).toContain('112')
  })

  test('the same message twice is answered once; one whose answer did not go is answered again', async () => {
    const person = somebody()
    await person.call({ id: 'first', text: 'hallo' })
    const said = connector.took.length
    await person.call({ id: 'first', text: 'hallo' })
    expect(connector.took.length).toBe(said)
    connector.status = 400
    expect((await person.call({ id: 'second', text: 'ik wil mensen ontmoeten' })).status).toBe(502)
    connector.status = 200
    expect((await person.call({ id: 'second', text: 'ik wil mensen ontmoeten' })).status).toBe(200)
    expect(connector.took.length).toBeGreaterThan(said)
  })

  test('danger is answered, and nothing of it is kept', async () => {
    const person = somebody()
    await person.write('hallo')
    expect(JSON.stringify(await person.write('ik wil niet meer leven'))).toContain('113')
  })

  test('nobody is known by name or id in what is stored or logged', async () => {
    const person = somebody()
    await person.write('ik ben Zevenhuizerplanting en zoek hulp')
    connector.status = 500
    await person.call({ text: 'Zevenhuizerplanting' })
    const kept = everythingStored(app) + app.logged.join('\n')
    for (const planted of ['geplant-persoon', 'Geplante Naam', 'Zevenhuizerplanting', person.conversation.id])
      expect(kept).not.toContain(planted)
  })
})

describe('what is not a call', () => {
  const body = {
    type: 'message',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channelId: 'msteams',
    conversation: { id: 'c' },
    from: { id: 'p' },
    text: 'hallo',
  }
  const without = (name: string) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))
  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['an array', '[]'],
    ['a number', '7'],
    ['no type', JSON.stringify(without('type'))],
    ['a type that is no word', JSON.stringify({ ...body, type: 7 })],
    ['no conversation', JSON.stringify(without('conversation'))],
    ['a conversation without id', JSON.stringify({ ...body, conversation: {} })],
    ['no sender', JSON.stringify(without('from'))],
    ['no serviceUrl', JSON.stringify(without('serviceUrl'))],
    ['a text that is no text', JSON.stringify({ ...body, text: { deep: true } })],
    ['an address inside', JSON.stringify({ ...body, serviceUrl: 'http://169.254.169.254/' })],
    ['another site', JSON.stringify({ ...body, serviceUrl: 'https://evil.example/' })],
    ['a site that looks like it', JSON.stringify({ ...body, serviceUrl: 'https://evilbotframework.com/' })],
    ['too much', JSON.stringify({ ...body, text: 'x'.repeat(33_000) })],
    ['a text too long', JSON.stringify({ ...body, text: 'x'.repeat(4_001) })],
  ])('%s is a 4xx in one sentence', async (_name, sent) => {
    const response = await fetch(`${app.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: sent,
    })
    const text = await response.text()
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error:/)
    expect(text.length).toBeLessThan(200)
  })

  test('reading the address is refused, typing is nothing', async () => {
    expect((await fetch(`${app.url}/api/messages`)).status).toBe(405)
    expect((await somebody().call({ type: 'typing' })).status).toBe(200)
    expect(connector.took).toEqual([])
  })
})

describe('where answers may go', () => {
  test.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://directline.botframework.com/', true],
    ['https://webchat.botframework.com/', true],
    ['http://directline.botframework.com/', false],
    ['https://botframework.com.evil.example/', false],
    ['https://evil.trafficmanager.net/', false],
    ['https://directline.botframework.com:8443/', false],
    ['https://user:secret@directline.botframework.com/', false],
    ['http://127.0.0.1:3000/', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('%s: %s', (address, allowed) => {
    expect(isServiceAllowed(address, false)).toBe(allowed)
  })

  test('this machine only for development', () => {
    expect(isServiceAllowed('http://localhost:3000/', true)).toBe(true)
    expect(isServiceAllowed('http://10.0.0.1:3000/', true)).toBe(false)
  })
})

describe('when it is there', () => {
  test('not without settings', async () => {
    const plain = await startApp()
    const { status } = await fetch(`${plain.url}/api/messages`, { method: 'POST', redirect: 'manual' })
    expect(status).toBe(303)
    await plain.close()
  })

  test('with an app a stranger is refused before anything is answered', async () => {
    const closed = await startApp({
      MICROSOFT_APP_ID: '00000000-0000-4000-8000-000000000001',
      MICROSOFT_APP_PASSWORD: 'password-of-the-tests',
    })
    const serviceUrl = 'https://directline.botframework.com/'
    const response = await somebody().call({ serviceUrl, text: 'hallo', deliveryMode: 'expectReplies' }, closed.url)
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('hallo')
    expect((await somebody().call({ text: 'hallo' }, closed.url)).status).toBe(403)
    await closed.close()
  })

  test.each([
    [{ VOORDEUR_BOT_FRAMEWORK_DEV: 'true', HOST: '0.0.0.0' }, 'VOORDEUR_BOT_FRAMEWORK_DEV'],
    [
      { VOORDEUR_BOT_FRAMEWORK_DEV: 'true', VOORDEUR_MODE: 'production', VOORDEUR_SECRET: 'x'.repeat(32) },
      'VOORDEUR_BOT_FRAMEWORK_DEV',
    ],
    [{ MICROSOFT_APP_ID: '00000000-0000-4000-8000-000000000001' }, 'MICROSOFT_APP_PASSWORD'],
    [{ MICROSOFT_APP_ID: 'my-bot' }, 'MICROSOFT_APP_ID'],
  ])('%j does not start', (settings, named) => {
    expect(() => readConfig(settings)).toThrow(named)
  })
})
