import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { BSUID, message, PHONE, post, startEmulator, type RunningEmulator } from './running-emulator.js'

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ templates: ['owner_question/nl'] })
})
beforeEach(() => {
  emulator.person({ name: 'Fatma', phone: PHONE }).write('hallo')
})
afterAll(() => emulator.close())

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const text = (body: unknown, more: object = {}) => ({ type: 'text', text: { body, ...more } })
const interactive = (content: object) => ({ type: 'interactive', interactive: content })
const body = { text: 'Kies' }
const reply = (id: string, title = id) => ({ type: 'reply', reply: { id, title } })
const buttons = (list: readonly object[], more: object = {}) =>
  interactive({ type: 'button', body, action: { buttons: list }, ...more })
const row = (id: string, title = id, description?: string) => ({
  id,
  title,
  ...(description === undefined ? {} : { description }),
})
const list = (sections: readonly object[], button = 'Kies', more: object = {}) =>
  interactive({ type: 'list', body, action: { button, sections }, ...more })
const rows = (count: number) => times(count, index => row(`r${index}`))
const link = (display_text: string, url: string) =>
  interactive({ type: 'cta_url', body, action: { name: 'cta_url', parameters: { display_text, url } } })
const whereAreYou = (name = 'send_location', words = 'Waar bent u?') =>
  interactive({ type: 'location_request_message', body: { text: words }, action: { name } })
const place = (more: object = {}) => ({
  type: 'location',
  location: { latitude: 52.37, longitude: 4.89, name: 'Buurthuis', address: 'Plein 1', ...more },
})
const template = (name: string, code = 'nl', more: object = {}) => ({
  type: 'template',
  template: { name, language: { code }, ...more },
})

const accepted: readonly (readonly [string, object])[] = [
  ['a text of 4,096', text('a'.repeat(4096))],
  ['a text without preview', text('dag', { preview_url: false })],
  [
    'three buttons of 20 with ids of 256',
    buttons([reply('a'.repeat(256), 'a'.repeat(20)), reply('b', 'b'.repeat(20)), reply('c')]),
  ],
  ['a body of 1,024', buttons([reply('a')], { body: { text: 'a'.repeat(1024) } })],
  [
    'header and footer of 60',
    buttons([reply('a')], { header: { type: 'text', text: 'a'.repeat(60) }, footer: { text: 'a'.repeat(60) } }),
  ],
  [
    'ten rows of 24 with 72',
    list([{ rows: times(10, index => row(`${index}`, `${index}${'a'.repeat(23)}`, 'd'.repeat(72))) }]),
  ],
  [
    'ten rows in two sections with titles of 24',
    list([
      { title: 'a'.repeat(24), rows: rows(5) },
      { title: 'b', rows: times(5, index => row(`s${index}`)) },
    ]),
  ],
  ['a row id of 200 and a list button of 20', list([{ rows: [row('a'.repeat(200), 'a')] }], 'a'.repeat(20))],
  ['a link button of 20', link('a'.repeat(20), 'https://example.org/a?b=c')],
  ['a question where she is', whereAreYou()],
  ['a place', place()],
  [
    'an approved template',
    template('owner_question', 'nl', { components: [{ type: 'body', parameters: [{ type: 'text', text: 'x' }] }] }),
  ],
]
test.each(accepted)('accepts %s', async (_name, content) => {
  const { status, body: answer } = await post(emulator, message(content))
  expect({ status, error: answer.error }).toEqual({ status: 200, error: undefined })
  expect(answer).toEqual({
    messaging_product: 'whatsapp',
    contacts: [{ input: PHONE, wa_id: PHONE }],
    messages: [{ id: expect.stringMatching(/^wamid\.[A-Z0-9]{10,}$/) }],
  })
})

const refused: readonly (readonly [string, number, object])[] = [
  ['a text of 4,097', 100, text('a'.repeat(4097))],
  ['2,049 signs of two units', 100, text('😀'.repeat(2049))],
  ['an empty text', 100, text('')],
  ['a text of spaces', 100, text('  \n ')],
  ['a text that is a number', 100, text(5)],
  ['a text without body', 131_008, { type: 'text', text: {} }],
  ['a type without its content', 131_008, { type: 'text' }],
  ['a type that does not exist', 131_051, { type: 'telegram', telegram: {} }],
  ['two kinds at once', 100, { ...text('dag'), ...place(), type: 'text' }],
  ['no buttons', 131_009, buttons([])],
  ['four buttons', 131_009, buttons(['a', 'b', 'c', 'd'].map(id => reply(id)))],
  ['a button title of 21', 131_009, buttons([reply('a', 'a'.repeat(21))])],
  ['a button title of nothing', 131_009, buttons([reply('a', '')])],
  ['a button id of 257', 131_009, buttons([reply('a'.repeat(257), 'a')])],
  ['two buttons with one id', 131_009, buttons([reply('a', 'x'), reply('a', 'y')])],
  ['two buttons with one title', 131_009, buttons([reply('a', 'x'), reply('b', 'x')])],
  ['an interactive body of 1,025', 131_009, buttons([reply('a')], { body: { text: 'a'.repeat(1025) } })],
  ['an interactive message without body', 131_008, interactive({ type: 'button', action: { buttons: [reply('a')] } })],
  ['a header of 61', 131_009, buttons([reply('a')], { header: { type: 'text', text: 'a'.repeat(61) } })],
  ['a footer of 61', 131_009, buttons([reply('a')], { footer: { text: 'a'.repeat(61) } })],
  ['a key that is not known', 100, buttons([reply('a')], { colour: 'red' })],
  ['eleven rows', 131_009, list([{ rows: rows(11) }])],
  [
    'eleven rows over two sections',
    131_009,
    list([
      { title: 'a', rows: rows(6) },
      { title: 'b', rows: times(5, index => row(`s${index}`)) },
    ]),
  ],
  ['no sections', 131_009, list([])],
  ['a section without rows', 131_009, list([{ rows: [] }])],
  ['a section without title beside another', 131_009, list([{ rows: [row('a')] }, { title: 'b', rows: [row('b')] }])],
  ['a section title of 25', 131_009, list([{ title: 'a'.repeat(25), rows: rows(1) }])],
  ['a row title of 25', 131_009, list([{ rows: [row('a', 'a'.repeat(25))] }])],
  ['a row description of 73', 131_009, list([{ rows: [row('a', 'a', 'd'.repeat(73))] }])],
  ['a row id of 201', 131_009, list([{ rows: [row('a'.repeat(201), 'a')] }])],
  ['two rows with one id', 131_009, list([{ rows: [row('a', 'x'), row('a', 'y')] }])],
  ['a list button of 21', 131_009, list([{ rows: rows(1) }], 'a'.repeat(21))],
  ['a list without button', 131_008, interactive({ type: 'list', body, action: { sections: [{ rows: rows(1) }] } })],
  ['a link button of 21', 131_009, link('a'.repeat(21), 'https://example.org')],
  ['a link that is none', 131_009, link('Open', 'javascript:alert(1)')],
  ['a question where she is with another action', 131_009, whereAreYou('send_money')],
  ['a question where she is of 1,025', 131_009, whereAreYou('send_location', 'a'.repeat(1025))],
  ['a place beyond the pole', 131_009, place({ latitude: 90.1 })],
  ['a template that was not approved', 132_001, template('owner_question', 'tr')],
  ['a template with a name of the wrong kind', 131_009, template('Owner Question')],
]
test.each(refused)('refuses %s with code %i', async (_name, code, content) => {
  const { status, body: answer } = await post(emulator, message(content))
  expect({ code: answer.error?.code, details: answer.error?.error_data.details }).toEqual({
    code,
    details: expect.any(String),
  })
  expect(status).toBe(code === 132_001 ? 404 : 400)
  expect(answer.error).toEqual({
    code,
    type: 'OAuthException',
    message: expect.stringContaining(`(#${code})`),
    error_data: { messaging_product: 'whatsapp', details: expect.any(String) },
    fbtrace_id: expect.any(String),
  })
})

describe('who asks, and for whom', () => {
  test('a wrong token is refused before anything is read', async () => {
    const { status, body: answer } = await post(emulator, message(text('')), { token: 'another' })
    expect([status, answer.error?.code]).toEqual([401, 190])
  })
  test.each([
    ['another number', { path: '/v25.0/1/messages' }],
    ['no version', { path: '/latest/200000000000002/messages' }],
  ])('%s', async (_name, to) => {
    expect((await post(emulator, message(text('dag')), to)).body.error?.code).toBe(100)
  })
  test.each([
    ['nobody', {}, 131_008],
    ['a number with letters', { to: 'call-me' }, 131_009],
    ['an id of the wrong shape', { recipient: '1234' }, 131_009],
  ])('%s', async (_name, to, code) => {
    expect((await post(emulator, message(text('dag'), to))).body.error?.code).toBe(code)
  })
  test('not for WhatsApp', async () => {
    expect((await post(emulator, { to: PHONE, ...text('dag') })).body.error?.code).toBe(131_008)
  })
  test.each(['{', '[]', 'null', '"hello"', '{"messaging_product":{}}'])(
    'a body of %s is an error of Meta’s kind',
    async raw => {
      const { status, body: answer } = await post(emulator, raw)
      expect([status, typeof answer.error?.code]).toEqual([400, 'number'])
    },
  )
  test('a business-scoped id', async () => {
    emulator.person({ name: 'Tesfay', bsuid: BSUID }).write('selam')
    const { body: answer } = await post(emulator, message(text('dag'), { recipient: BSUID }))
    expect(answer.contacts).toEqual([{ input: BSUID, user_id: BSUID }])
  })
})

test('a message of hers can be marked as read; another can not', async () => {
  const person = emulator.person({ name: 'Fatma', phone: PHONE })
  const id = person.write('hallo?')
  const mark = { messaging_product: 'whatsapp', status: 'read', message_id: id }
  expect(await post(emulator, mark)).toEqual({ status: 200, body: { success: true } })
  expect(person.messages.at(-1)?.status).toBe('read')
  expect((await post(emulator, { ...mark, message_id: 'wamid.NO' })).body.error?.code).toBe(131_009)
})

test('outside 24 hours only an approved template goes out', async () => {
  const content = text('dag')
  expect((await post(emulator, message(content, { to: '31699999999' }))).body.error?.code).toBe(131_047)
  emulator.now += 86_399_999
  expect((await post(emulator, message(content))).status).toBe(200)
  emulator.now += 1
  expect((await post(emulator, message(content))).body.error?.code).toBe(131_047)
  expect((await post(emulator, message(template('owner_question')))).status).toBe(200)
})

test('pace, when it is asked for', async () => {
  const strict = await startEmulator({ pairRate: true, perSecond: 60 })
  strict.person({ name: 'Fatma', phone: PHONE }).write('hallo')
  strict.person({ name: 'Jan', phone: '31611111111' }).write('hallo')
  const codes: unknown[] = []
  for (let sent = 0; sent < 46; sent += 1) codes.push((await post(strict, message(text('dag')))).body.error?.code)
  expect(codes).toEqual([...Array<undefined>(45), 131_056])
  for (let sent = 0; sent < 14; sent += 1) await post(strict, message(text('dag'), { to: '31611111111' }))
  const { status, body: answer } = await post(strict, message(text('dag'), { to: '31611111111' }))
  expect([status, answer.error?.code]).toEqual([429, 130_429])
  strict.now += 6_000
  expect((await post(strict, message(text('dag')))).status).toBe(200)
  await strict.close()
})
