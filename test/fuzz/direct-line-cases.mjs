import { oneOf } from '../chaos/chance.mjs'
import { garble, mutate, texts } from './mutate.mjs'

const PATH = '/directline/v3/directline'
const from = { id: 'resident', name: 'A' }
const activities = [
  { type: 'message', from, text: 'hallo', locale: 'nl' },
  { type: 'message', from, text: 'Brief', value: 'letter', channelData: { clientActivityID: 'abcdefgh1' } },
  { type: 'message', from, text: '', attachments: [{ contentType: 'image/png', contentUrl: 'data:,', name: 'a' }] },
  { type: 'message', from, text: '1013', value: 'lang:tr', channelData: { postBack: true } },
  { type: 'event', name: 'startConversation', from, value: null },
  { type: 'conversationUpdate', membersAdded: [from] },
  { type: 'typing', from },
]
const options = [
  'letter',
  'money',
  'meeting',
  'coffee',
  'skip',
  'language',
  'lang:ar',
  'back',
  'restart',
  'show:x',
  'where:',
]
const watermarks = [
  '',
  '0',
  '1',
  '5',
  '-1',
  '1e9',
  '999999999',
  '9999999999',
  'null',
  'x',
  '%00',
  '1&watermark=2',
  '[]',
]

/** One request to the web chat's door, in a conversation of `talks` or in none; all of it is changed now and then. */
export function directLineCase(chance, talks) {
  const talk = talks.length > 0 && chance() < 0.97 ? oneOf(chance, talks) : null
  const id = talk && chance() < 0.95 ? talk.conversationId : oddId(chance, talks)
  const kind = chance()
  const headers = headersFor(chance, talk)
  if (kind < 0.65)
    return { method: 'POST', path: `${PATH}/conversations/${id}/activities`, headers, body: body(chance) }
  if (kind < 0.85) {
    const query = chance() < 0.8 ? `?watermark=${oneOf(chance, watermarks)}` : ''
    return { method: 'GET', path: `${PATH}/conversations/${id}/activities${query}`, headers, body: null }
  }
  if (kind < 0.88) return { method: 'GET', path: `${PATH}/conversations/${id}`, headers, body: null }
  if (kind < 0.91) return { method: 'POST', path: `${PATH}/tokens/refresh`, headers, body: body(chance) }
  if (kind < 0.93) return { method: 'POST', path: `${PATH}/tokens/generate`, headers, body: body(chance) }
  if (kind < 0.95) return { method: 'POST', path: `${PATH}/conversations`, headers, body: body(chance) }
  const method = oneOf(chance, ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
  const odd = [
    '',
    '/',
    '/conversations/%ff',
    '/conversations//activities',
    '/../..',
    '/conversations/x/stream',
    '/%2e%2e/',
  ]
  return { method, path: `${PATH}${oneOf(chance, odd)}`, headers, body: method === 'GET' ? null : body(chance) }
}

function body(chance) {
  const activity = oneOf(chance, activities)
  const said = { ...activity, ...('text' in activity ? { text: oneOf(chance, texts) } : {}) }
  const tapped = 'value' in said && said.type === 'message' ? { ...said, value: oneOf(chance, options) } : said
  const changed = chance() < 0.7 ? mutate(tapped, chance, activities) : tapped
  const bytes = Buffer.from(JSON.stringify(changed) ?? 'null')
  if (chance() < 0.005) return Buffer.alloc(40_000, 'a')
  return chance() < 0.08 ? garble(bytes, chance) : bytes
}

function headersFor(chance, talk) {
  const token = talk?.token ?? 'none'
  const bearer = chance() < 0.93 ? `Bearer ${token}` : oddBearer(chance, token)
  return {
    ...(bearer === null ? {} : { authorization: bearer }),
    'content-type':
      chance() < 0.95 ? 'application/json' : oneOf(chance, ['text/html', 'application/json; charset=klingon']),
    ...(chance() < 0.1
      ? { 'accept-language': oneOf(chance, ['tr', 'x-y;q=2', '*', ','.repeat(500), 'ar;q=a', '-']) }
      : {}),
    ...(chance() < 0.03 ? { cookie: oneOf(chance, ['a', 'a=%ff', '=;=;', 'x='.repeat(500)]) } : {}),
    ...(chance() < 0.02 ? { 'content-encoding': oneOf(chance, ['gzip', 'deflate', 'br', 'x']) } : {}),
    ...(chance() < 0.02 ? { 'x-forwarded-proto': 'https', 'x-forwarded-for': oneOf(chance, ['::1', 'x', ',,,']) } : {}),
  }
}

function oddBearer(chance, token) {
  const [head, claims = '', sealed = ''] = token.split('.')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  return oneOf(chance, [
    null,
    'Bearer',
    'Bearer ',
    `bearer ${token}`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${none}.${claims}.`,
    `Bearer ${head}..${sealed}`,
    `Bearer ${head}.${Buffer.from('{"c":"x"}').toString('base64url')}.${sealed}`,
    `Bearer ${'a.'.repeat(900)}`,
    'Basic YTpi',
  ])
}

const oddId = (chance, talks) =>
  oneOf(chance, ['x', '%00', '__proto__', 'a'.repeat(500), '..', talks[0]?.conversationId.toUpperCase() ?? 'y'])
