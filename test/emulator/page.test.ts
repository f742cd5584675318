import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { faultsOnPage, pageRoutes } from '../../bot/emulator/page/page-routes.js'
import {
  BSUID,
  message,
  PHONE,
  post,
  startEmulator,
  startListener,
  type Listener,
  type RunningEmulator,
} from './running-emulator.js'

let emulator: RunningEmulator
let listener: Listener
const fatma = () => emulator.person({ name: 'Fatma', phone: PHONE })

beforeEach(async () => {
  emulator = await startEmulator()
  emulator.app.use(pageRoutes(emulator))
  listener = await startListener()
  emulator.callAt(listener.url)
  fatma().write('hallo')
  emulator.person({ name: 'Tesfay', bsuid: BSUID })
})
afterEach(async () => {
  await emulator.close()
  await listener.close()
})

const get = async (path: string) => {
  const response = await fetch(emulator.url + path)
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const act = (path: string, form: Record<string, string>) =>
  fetch(emulator.url + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
const interactive = (content: object) =>
  message({ type: 'interactive', interactive: { body: { text: 'Kies' }, ...content } })

test('shows one phone, all people, and loads nothing from elsewhere', async () => {
  const { status, text, headers } = await get('/')
  expect(status).toBe(200)
  expect(text).toContain('hallo')
  expect(text).toMatch(/href="\.\/\?who=NL\.1234567890"[^>]*>Tesfay/)
  expect(text).not.toMatch(/\{\{|<!--|(src|href)="https?:/)
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await get(`/?who=${BSUID}`)).text).not.toContain('hallo')
})

test('each kind of message has its look, and each text its own direction', async () => {
  await post(emulator, message({ type: 'text', text: { body: 'مرحبا <b>' } }))
  const buttons = [{ type: 'reply', reply: { id: 'money', title: 'Geld' } }]
  await post(emulator, interactive({ type: 'button', action: { buttons } }))
  const sections = [{ rows: [{ id: 'row-1', title: 'Rij', description: 'meer' }] }]
  await post(emulator, interactive({ type: 'list', action: { button: 'Openen', sections } }))
  const parameters = { display_text: 'Route', url: 'https://example.org/plek' }
  await post(emulator, interactive({ type: 'cta_url', action: { name: 'cta_url', parameters } }))
  await post(emulator, interactive({ type: 'location_request_message', action: { name: 'send_location' } }))
  await post(
    emulator,
    message({ type: 'location', location: { latitude: 52.3, longitude: 4.9, name: 'Buurthuis', address: 'Plein 1' } }),
  )
  const { text } = await get(`/chat?who=${PHONE}`)
  expect(text).toContain('<p dir="auto">مرحبا &lt;b></p>')
  expect(text).toMatch(/<button[^>]*value="money"[^>]*>Geld<\/button>/)
  expect(text).toMatch(/<summary dir="auto">☰ Openen<\/summary>.*value="row-1"[^>]*>Rij<small dir="auto">meer/)
  expect(text).toMatch(/<a href="https:\/\/example.org\/plek"[^>]*>↗ Route<\/a>/)
  expect(text).toMatch(/action="share".*value="location"/)
  expect(text).toMatch(/Buurthuis.*Plein 1.*52\.3, 4\.9/)
  expect(text.match(/aria-label="read"/g)).toHaveLength(6)
})

test('what is done on the page comes to the webhook, and leads back to the page', async () => {
  const buttons = [{ type: 'reply', reply: { id: 'money', title: 'Geld' } }]
  await post(emulator, interactive({ type: 'button', action: { buttons } }))
  const done = [
    await act('/say', { who: PHONE, text: 'dag' }),
    await act('/tap', { who: PHONE, option: 'money' }),
    await act('/share', { who: PHONE, kind: 'location' }),
    await act('/share', { who: PHONE, kind: 'picture' }),
    await act('/share', { who: PHONE, kind: 'voice' }),
    await act('/repeat', { who: PHONE }),
  ]
  expect(done.map(({ status, headers }) => [status, headers.get('location')])).toEqual(
    Array(6).fill([303, `./?who=${PHONE}`]),
  )
  await emulator.settled()
  const kinds = listener.told.filter(({ from }) => from === PHONE).map(({ type }) => type)
  expect(kinds).toEqual(['text', 'text', 'interactive', 'location', 'image', 'audio', 'audio'])
})

test('what cannot be is refused, and what is gone or empty does nothing', async () => {
  expect((await act('/say', { who: 'nobody', text: 'dag' })).status).toBe(400)
  expect((await get('/chat?who=nobody')).status).toBe(404)
  const before = fatma().messages.length
  await act('/say', { who: PHONE, text: '  ' })
  await act('/tap', { who: PHONE, option: 'gone' })
  await act('/fault', { who: PHONE, fault: 'nonsense' })
  expect(fatma().messages).toHaveLength(before)
})

test('every fault that the page offers is one, and comes to the next message', async () => {
  const { text } = await get('/')
  const offered = [...text.matchAll(/<option value="([^"]+)"/g)].map(([, name]) => name)
  expect(offered.toSorted()).toEqual(Object.keys(faultsOnPage).toSorted())
  await act('/fault', { who: PHONE, fault: 'pair-rate' })
  const dag = message({ type: 'text', text: { body: 'dag' } })
  expect((await post(emulator, dag)).body.error?.code).toBe(131_056)
  expect((await post(emulator, dag)).status).toBe(200)
})

test('webhooks can be switched off for ten seconds', async () => {
  await emulator.settled()
  await act('/pause', { who: PHONE })
  await act('/say', { who: PHONE, text: 'dag' })
  await new Promise(resolve => setTimeout(resolve, 12))
  expect(listener.told).toHaveLength(1)
  emulator.now += 10_000
  await emulator.settled()
  expect(listener.told).toHaveLength(2)
})

test('the page is told of changes as they come', async () => {
  const stop = new AbortController()
  const response = await fetch(`${emulator.url}/changes?who=${PHONE}`, { signal: stop.signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body!.getReader()
  fatma().write('nog een')
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('data:\n\n')
  stop.abort()
})
