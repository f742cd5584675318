import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { receive } from '../../../bot/channels/whatsapp/receive.js'
import type { Received } from '../../../bot/channels/whatsapp/received.js'
import { signatureOf } from '../../../bot/channels/whatsapp/signature.js'
import { MOST_UNREAD } from '../../../bot/channels/whatsapp/webhook-limits.js'
import { fixtures, NOW } from './fixtures.js'

const SECRET = 'an app secret of the test'

function signed(value: unknown): Extract<Received, { type: 'received' }> {
  const body = Buffer.from(JSON.stringify(value))
  const received = receive(body, signatureOf(body, SECRET), { secrets: [SECRET], now: NOW })
  if (received.type !== 'received') throw new Error('Refused')
  return received
}

/** A good message with this id, in a call of its own. */
const message = (id: string) => ({
  id,
  from: '31600000001',
  timestamp: '1795424300',
  type: 'text',
  text: { body: 'Hallo' },
})
const metadata = { display_phone_number: '31600000000', phone_number_id: '100000000000001' }
const change = (messages: readonly unknown[]) => ({ field: 'messages', value: { metadata, messages } })
const idsOf = (value: unknown) => signed(value).messages.map(({ id }) => id)

/** The words of the wire, so that chance finds the places where they are looked at. */
const words = fc.constantFrom(
  ...[
    'id',
    'from',
    'from_user_id',
    'timestamp',
    'type',
    'text',
    'body',
    'interactive',
    'list_reply',
    'button',
    'payload',
  ],
  ...[
    'location',
    'latitude',
    'system',
    'wa_id',
    'user_id',
    'contacts',
    'messages',
    'statuses',
    'status',
    'errors',
    'code',
  ],
  ...[
    'metadata',
    'value',
    'field',
    'changes',
    'edit',
    'message',
    'image',
    'caption',
    '__proto__',
    'constructor',
    'toString',
  ],
)
const strings = fc.oneof(
  words,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('1795424300', '31600000001', 'NL.1', 'sent'),
)
const json = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(strings, fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(strings, tie('value'), { maxKeys: 6 }),
  ),
})).value
const rubbish = fc.array(json, { maxLength: 4 })

describe('any JSON under a good signature', () => {
  test('is taken, whatever it is', () => {
    fc.assert(
      fc.property(json, value => {
        expect(signed(value).unread.length).toBeLessThanOrEqual(MOST_UNREAD)
      }),
      { numRuns: 2_000, seed: 3 },
    )
  })

  test('between messages, changes and entries spoils none of them', () => {
    fc.assert(
      fc.property(rubbish, rubbish, rubbish, (entries, changes, messages) => {
        const around = [...messages, message('wamid.good.1'), ...messages, message('wamid.good.2')]
        const own = { changes: [...changes, change(around), ...changes, change([message('wamid.good.3')])] }
        const ids = idsOf({ object: 'whatsapp_business_account', entry: [...entries, own, ...entries] })
        expect(ids.filter(id => id.startsWith('wamid.good.'))).toEqual(['wamid.good.1', 'wamid.good.2', 'wamid.good.3'])
      }),
      { numRuns: 1_000, seed: 3 },
    )
  })

  test('as contacts, statuses, errors or echoes spoils no message beside it', () => {
    const sides = fc.constantFrom('contacts', 'statuses', 'errors', 'message_echoes', 'messaging_product')
    fc.assert(
      fc.property(fc.dictionary(sides, json), value => {
        const own = { field: 'messages', value: { ...value, metadata, messages: [message('wamid.good')] } }
        expect(idsOf({ object: 'whatsapp_business_account', entry: [{ changes: [own] }] })).toEqual(['wamid.good'])
      }),
      { numRuns: 1_000, seed: 3 },
    )
  })

  test('in the place of any field of a real call is taken, and never shows in what is noted', () => {
    const planted = fc.oneof(json, fc.constant('PLANTED'))
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.nat(), planted, ({ body }, place, value) => {
        expect(JSON.stringify(signed(replaced(body, place, value)).unread)).not.toContain('PLANTED')
      }),
      { numRuns: 4_000, seed: 3 },
    )
  })
})

/** A copy in which one of its values (which one, the number says) is another. */
function replaced(body: unknown, place: number, value: unknown): unknown {
  let count = 0
  walk(body, inner => {
    count += 1
    return inner
  })
  let left = place % count
  return walk(body, inner => (left-- === 0 ? value : inner))
}

const walk = (body: unknown, each: (inner: unknown) => unknown): unknown => {
  const text: unknown = JSON.stringify({ body }, (key, inner: unknown) => (key === '' ? inner : each(inner)))
  return typeof text === 'string' ? JSON.parse(text) : null
}

test('a number and an id stand together only where one payload told both of one person', () => {
  const people = fc.record({ phone: fc.integer({ min: 1, max: 3 }), bsuid: fc.integer({ min: 1, max: 3 }) })
  const shown = fc.constantFrom('both', 'phone', 'bsuid')
  const parts = (show: string, { phone, bsuid }: { phone: number; bsuid: number }) => ({
    ...(show !== 'bsuid' && { wa_id: `3160000000${phone}` }),
    ...(show !== 'phone' && { user_id: `NL.${bsuid}` }),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(shown, people), { maxLength: 4 }), shown, people, (others, show, sender) => {
      const contacts = others.map(([how, person]) => parts(how, person))
      const { wa_id: from, user_id } = { wa_id: undefined, user_id: undefined, ...parts(show, sender) }
      const own = { ...message('wamid.1'), from, from_user_id: user_id }
      const value = { metadata, contacts, messages: [own, message('wamid.2')] }
      const [first] = signed({
        object: 'whatsapp_business_account',
        entry: [{ changes: [{ field: 'messages', value }] }],
      }).messages
      const told = [...contacts, { wa_id: from, user_id }]
      const { phone, bsuid } = first?.from ?? {}
      expect(phone ?? bsuid).toBeDefined()
      if (from !== undefined) expect(phone).toBe(from)
      if (user_id !== undefined) expect(bsuid).toBe(user_id)
      if (phone && bsuid) expect(told.some(one => one.wa_id === phone && one.user_id === bsuid)).toBe(true)
    }),
    { numRuns: 2_000, seed: 3 },
  )
})
