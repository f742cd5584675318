import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../app/running-app.js'
import { botsOnly, createDirectLineClient, errorCodeOf, type Answered, type Started } from './direct-line-client.js'

const HOUR = 3_600_000
const KILOBYTE = 1024

let app: RunningApp
let line: ReturnType<typeof createDirectLineClient>
beforeAll(async () => {
  app = await startApp()
  line = createDirectLineClient(app.url)
})
afterAll(() => app.close())

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>'
const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)

/** Each is refused with this status and code. */
const refused: readonly (readonly [string, number, string, (started: Started) => Promise<Answered>])[] = [
  ['no token', 401, 'Unauthorized', started => line.post(started, {}, { headers: { authorization: '' } })],
  ['a junk token', 401, 'Unauthorized', started => line.post({ ...started, token: 'junk' }, {})],
  [
    'a token signed by nobody',
    401,
    'Unauthorized',
    started => line.post({ ...started, token: unsigned(started.token) }, {}),
  ],
  [
    'a token that is a scheme alone',
    401,
    'Unauthorized',
    started => line.post(started, {}, { headers: { authorization: 'Basic YTpi' } }),
  ],
  [
    'a token of 3,000 characters',
    401,
    'Unauthorized',
    started => line.post({ ...started, token: 'a'.repeat(3_000) }, {}),
  ],
  [
    'the token of another conversation',
    403,
    'Forbidden',
    async started => line.post({ ...started, token: (await line.start()).token }, { type: 'message', text: 'x' }),
  ],
  [
    'a conversation id that is not one',
    403,
    'Forbidden',
    started => line.post({ ...started, conversationId: '..%2f..%2fetc' }, {}),
  ],
  [
    'an unknown watermark',
    400,
    'BadArgument',
    started =>
      line.call('GET', `/conversations/${started.conversationId}/activities?watermark=${encodeURIComponent(SCRIPT)}`, {
        token: started.token,
      }),
  ],
  [
    'two watermarks',
    400,
    'BadArgument',
    started =>
      line.call('GET', `/conversations/${started.conversationId}/activities?watermark=1&watermark=2`, {
        token: started.token,
      }),
  ],
  [
    'a negative watermark',
    400,
    'BadArgument',
    started =>
      line.call('GET', `/conversations/${started.conversationId}/activities?watermark=-1`, { token: started.token }),
  ],
  ['a body that is not JSON', 400, 'BadArgument', started => line.postRaw(started, SCRIPT)],
  ['half a body', 400, 'BadArgument', started => line.postRaw(started, '{"type":"mess')],
  [
    'bytes that are no text',
    400,
    'BadArgument',
    started => line.postRaw(started, new Uint8Array([0xff, 0xfe, 0x00, 0xd8])),
  ],
  ['no body at all', 400, 'BadArgument', started => line.postRaw(started, undefined)],
  ['an array', 400, 'BadArgument', started => line.post(started, [{ type: 'message', text: 'x' }])],
  ['null', 400, 'BadArgument', started => line.postRaw(started, 'null')],
  ['an activity without a type', 400, 'BadArgument', started => line.post(started, { text: SCRIPT })],
  ['a type that is a number', 400, 'BadArgument', started => line.post(started, { type: 7, text: 'x' })],
  [
    'a text that is an object',
    400,
    'BadArgument',
    started => line.post(started, { type: 'message', text: { toString: SCRIPT } }),
  ],
  [
    'a body of 100 KB',
    413,
    'MessageSizeTooBig',
    started => line.post(started, { type: 'message', text: 'a'.repeat(100 * KILOBYTE) }),
  ],
  ['a text of 5,000 characters', 413, 'MessageSizeTooBig', started => line.say(started, 'a'.repeat(5_000))],
  [
    'an unknown charset',
    415,
    'BadArgument',
    started =>
      line.post(started, { type: 'message' }, { headers: { 'content-type': 'application/json; charset=klingon' } }),
  ],
  [
    'an unknown packing',
    415,
    'BadArgument',
    started => line.post(started, { type: 'message' }, { headers: { 'content-encoding': 'zstd-but-not' } }),
  ],
  [
    'an address that is not there',
    404,
    'NotFound',
    started => line.call('GET', '/nothing-here', { token: started.token }),
  ],
]

/** Each is taken, and where it is a message it is answered. */
const taken: readonly (readonly [string, unknown, number])[] = [
  ['an unknown kind of activity', { type: 'endOfConversation' }, 0],
  ['typing', { type: 'typing' }, 0],
  ['an empty text', { type: 'message', text: '' }, 1],
  ['no text', { type: 'message' }, 1],
  ['spaces only', { type: 'message', text: ' \u00a0\u2003 ' }, 1],
  ['control characters', { type: 'message', text: '\u0000\u0007\u001b[31m\u202e\ufeff' }, 1],
  ['half a surrogate pair', { type: 'message', text: 'a\ud800b' }, 1],
  ['emoji only', { type: 'message', text: '😀👩🏽‍🦽🇳🇱' }, 1],
  ['HTML and script', { type: 'message', text: SCRIPT }, 1],
  ['a template', { type: 'message', text: '{{name}} $t(menu.ask) ${1+1}' }, 1],
  ['an option that never was', { type: 'message', text: 'x', value: SCRIPT }, 1],
  ['an option that is an object', { type: 'message', text: 'x', value: { $gt: '' } }, 1],
  ['a picture', { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'data:,' }] }, 1],
  ['4,000 characters', { type: 'message', text: 'hoi '.repeat(1_000) }, 1],
  ['a prototype', { type: 'message', text: 'x', __proto__: { a: 1 }, constructor: { prototype: { a: 1 } } }, 1],
  ['deep JSON', JSON.parse(`{"type":"message","text":"x","channelData":${deep(3_000)}}`), 1],
]

describe('what is wrong gets a clear answer', () => {
  test.each(refused)('%s: %d %s', async (_name, status, code, send) => {
    const started = await line.start()
    const answered = await send(started)
    expect({ status: answered.status, code: errorCodeOf(answered) }).toEqual({ status, code })
    expect(answered.text).not.toMatch(/<script|onerror|\bat .*:\d+:\d+|node_modules|Error:/)
    expect(answered.headers.get('content-type')).toMatch(/^application\/json/)
    expect((await line.read(started)).activities.length).toBeGreaterThan(0)
  })

  test('an expired token is told from a wrong one', async () => {
    const started = await line.start()
    app.now += HOUR + 1_000
    expect(errorCodeOf(await line.say(started, 'hallo'))).toBe('TokenExpired')
    expect((await line.say(started, 'hallo')).status).toBe(403)
    app.now -= HOUR + 1_000
  })

  test('the token of a page is of no use without the cookie of that browser', async () => {
    const page = await fetch(`${app.url}/?lang=nl`)
    const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const html = await page.text()
    const [, token = ''] = /"token":"([^"]+)"/.exec(html) ?? []
    const [, conversationId = ''] = /"conversationId":"([^"]+)"/.exec(html) ?? []
    const started = { conversationId, token, expires_in: 0 }
    const other = cookie.replace(/.$/, last => (last === '0' ? '1' : '0'))
    expect((await line.say(started, '1')).status).toBe(401)
    expect((await line.post(started, { type: 'message', text: '1' }, { headers: { cookie: other } })).status).toBe(401)
    expect((await line.post(started, { type: 'message', text: '1' }, { headers: { cookie } })).status).toBe(200)
  })
})

describe('what is odd is answered', () => {
  test.each(taken)('%s', async (_name, body, least) => {
    const started = await line.start()
    const { watermark } = await line.read(started)
    const posted = await line.post(started, body)
    expect(posted.status).toBe(200)
    const { activities } = await line.read(started, watermark)
    const answers = botsOnly(activities)
    expect(answers.length).toBeGreaterThanOrEqual(least)
    expect(JSON.stringify(answers)).not.toMatch(/<script|onerror/)
  })

  test('and afterwards the conversation goes on as if nothing happened', async () => {
    const started = await line.start()
    for (const [, body] of taken) await line.post(started, body)
    await line.tap(started, 'restart')
    const { watermark } = await line.read(started)
    await line.tap(started, 'letter')
    expect(botsOnly((await line.read(started, watermark)).activities).length).toBeGreaterThan(0)
  })

  test('nothing of it was an error to an operator', () => {
    expect(app.logged.filter(entry => entry.includes('"level":50'))).toEqual([])
  })
})

/** The same claims under the signature of nobody. */
function unsigned(token: string): string {
  const [, claims = ''] = token.split('.')
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`
}
