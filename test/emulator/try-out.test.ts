import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { createDeliver } from '../../bot/channels/whatsapp/deliver.js'
import { tryOut, type StartedApp, type EmulatedMeta } from '../../bot/emulator/try-out.js'
import { chanceFrom, START } from './running-emulator.js'

const parts = { clock: () => START, chance: chanceFrom(3), newSecret: () => 'a-secret', port: 0 }

/** The smallest app: it knows the token, and answers every message with a greeting. */
async function startApp(
  { host, token, number, verifyToken }: EmulatedMeta,
  answersChallenge = true,
): Promise<StartedApp> {
  const deliver = createDeliver({ host, version: 'v25.0', token, number, clock: () => START })
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://a').searchParams
    if (request.method === 'GET') {
      const right = answersChallenge && query.get('hub.verify_token') === verifyToken
      return void response.writeHead(right ? 200 : 403).end(query.get('hub.challenge'))
    }
    let body = ''
    request.on('data', chunk => (body += String(chunk)))
    request.on('end', () => {
      response.writeHead(200).end()
      const [, phone] = /"from":"(\d+)"/.exec(body) ?? []
      if (phone) void deliver.send({ phone }, { type: 'text', text: { body: 'Goedemorgen', preview_url: false } })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

test('somebody writes on the page and reads the answer there', async () => {
  const phone = await tryOut({ ...parts, startApp })
  const { url } = phone
  const page = await (await fetch(url)).text()
  expect(page).toMatch(/Fatma.*Tesfay.*Amira.*Jan/s)
  const who = '31600000001'
  await fetch(`${url}/say`, { method: 'POST', body: new URLSearchParams({ who, text: 'dag' }), redirect: 'manual' })
  let chat = ''
  for (let tries = 0; tries < 100 && !chat.includes('Goedemorgen'); tries += 1) {
    await new Promise(resolve => setTimeout(resolve, 20))
    chat = await (await fetch(`${url}/chat?who=${who}`)).text()
  }
  expect(chat).toContain('Goedemorgen')
  await phone.stop()
  await expect(fetch(url)).rejects.toThrow()
})

test('an app that does not answer the challenge is stopped, and says why', async () => {
  let app: StartedApp | null = null
  const start = async (settings: EmulatedMeta) => (app = await startApp(settings, false))
  await expect(tryOut({ ...parts, startApp: start })).rejects.toThrow(/mounted/)
  await expect(fetch(app!.url)).rejects.toThrow()
})
