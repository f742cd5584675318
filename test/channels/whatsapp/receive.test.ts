import { describe, expect, test } from '@jest/globals'
import { receive } from '../../../bot/channels/whatsapp/receive.js'
import type { Received } from '../../../bot/channels/whatsapp/received.js'
import { signatureOf } from '../../../bot/channels/whatsapp/signature.js'
import { MOST_UNREAD, MOST_WEBHOOK_BODY } from '../../../bot/channels/whatsapp/webhook-limits.js'
import { fixtures, NOW } from './fixtures.js'

const SECRET = 'an app secret of the test'
const options = { secrets: [SECRET], now: NOW }
const signed = (body: Buffer): Received => receive(body, signatureOf(body, SECRET), options)
const signedJson = (body: unknown): Received => signed(Buffer.from(JSON.stringify(body)))

describe('every kind of webhook call', () => {
  test('there are more kinds than thirty', () => expect(fixtures.length).toBeGreaterThan(30))

  test.each(fixtures.map(fixture => [fixture.name, fixture.about, fixture] as const))(
    '%s: %s',
    (_name, _about, fixture) => {
      const received = signedJson(fixture.body)
      if (received.type !== 'received') throw new Error('Refused')
      const { unread, ...rest } = received
      expect({ ...rest, unread: unread.map(({ path }) => path) }).toEqual({ type: 'received', ...fixture.expect })
    },
  )
})

describe('what is refused', () => {
  const body = Buffer.from(JSON.stringify(fixtures[0]?.body))
  const good = signatureOf(body, SECRET)
  const digits = good.slice('sha256='.length)
  const wrong = signatureOf(body, 'another secret')

  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a signature by another secret', wrong],
    ['one digit changed', good.slice(0, -1) + (good.endsWith('0') ? '1' : '0')],
    ['one digit less', good.slice(0, -1)],
    ['one digit more', `${good}0`],
    ['capital digits', `sha256=${digits.toUpperCase().replace(/[0-9]/g, 'A')}`],
    ['the right digits in capitals', `sha256=${digits.toUpperCase()}`],
    ['another algorithm before the right digits', `sha1=${digits}`],
    ['the name of the algorithm in capitals', `SHA256=${digits}`],
    ['the digits alone', digits],
    ['a space after the sign', `sha256= ${digits}`],
    ['a line break at the end', `${good}\n`],
    ['two headers joined', `${good}, ${good}`],
    ['letters that are no digits', `sha256=${'é'.repeat(64)}`],
    ['very long', `sha256=${'a'.repeat(100_000)}`],
  ])('%s: 401', (_name, header) => {
    expect(receive(body, header, options)).toMatchObject({ type: 'refused', status: 401 })
  })

  test('a body in which one byte was changed: 401', () => {
    for (const index of [0, Math.floor(body.length / 2), body.length - 1]) {
      const changed = Buffer.from(body)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(receive(changed, good, options)).toMatchObject({ type: 'refused', status: 401 })
    }
  })

  test('without a secret, or with an empty one, nothing is signed well', () => {
    expect(receive(body, good, { ...options, secrets: [] })).toMatchObject({ status: 401 })
    expect(receive(body, signatureOf(body, ''), { ...options, secrets: [''] })).toMatchObject({ status: 401 })
  })

  test('a body over 3 MB, however signed: 413', () => {
    const large = Buffer.alloc(MOST_WEBHOOK_BODY + 1, ' ')
    expect(signed(large)).toMatchObject({ type: 'refused', status: 413 })
    expect(signed(large.subarray(1))).toMatchObject({ type: 'received' })
  })

  test('an answer never holds anything of what was sent', () => {
    const said = Buffer.from('{"planted": "Jansen 0600000000')
    expect(JSON.stringify([receive(said, wrong, options), signed(said)])).not.toMatch(/Jansen|0600|planted/)
  })
})

describe('a good signature', () => {
  const body = Buffer.from(JSON.stringify(fixtures.find(({ name }) => name === 'text')?.body))

  test.each([['old'], ['new']])('by the %s secret, while one takes over from the other', which => {
    const secrets = ['old', 'new']
    expect(receive(body, signatureOf(body, which), { secrets, now: NOW })).toMatchObject({
      messages: [{ to: '100000000000001' }],
    })
  })

  test('is over the bytes, not over what they mean', () => {
    const spaced = Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1))
    expect(receive(spaced, signatureOf(body, SECRET), options)).toMatchObject({ status: 401 })
    expect(signed(spaced)).toEqual(signed(body))
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['half of it', body.subarray(0, body.length / 2)],
    ['words', Buffer.from('hello')],
    ['bytes that are no letters', Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28])],
    ['3 MB of brackets', Buffer.alloc(MOST_WEBHOOK_BODY, '[')],
  ])('over %s: taken, and noted as unread', (_name, rubbish) => {
    expect(signed(rubbish)).toEqual({
      type: 'received',
      messages: [],
      statuses: [],
      numberChanges: [],
      unread: [{ path: 'body', why: 'Not JSON' }],
      ignored: 0,
    })
  })

  test('over 3 MB of rubbish: a short list of what was unread, and the good message behind it', () => {
    const text: unknown = JSON.parse(body.toString())
    const rubbish = { object: 'whatsapp_business_account', entry: [...Array<number>(1_000_000).fill(0), entryOf(text)] }
    const received = signedJson(rubbish)
    if (received.type !== 'received') throw new Error('Refused')
    expect(received.unread).toHaveLength(MOST_UNREAD)
    expect(received.messages).toHaveLength(1)
  })
})

function entryOf(body: unknown): unknown {
  if (typeof body === 'object' && body !== null && 'entry' in body && Array.isArray(body.entry)) return body.entry[0]
  throw new Error('The fixture has no entry')
}
