import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { URLSearchParams } from 'node:url'
import { oneOf } from '../chaos/chance.mjs'
import { garble, mutate, texts } from './mutate.mjs'

const PATH = '/channels/whatsapp'
const folder = new URL('../channels/whatsapp/fixtures/', import.meta.url)
const bodies = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .toSorted()
  .map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')).body)
  .filter(body => typeof body === 'object' && body !== null)

/** Over the 3 MB that is read. */
const TOO_LARGE = 3_200_000

/** One request to the webhook: mostly a fixture, changed and validly signed; else unsigned, wrongly signed, or no body of ours at all. */
export function webhookCase(chance, { secret, verifyToken }) {
  const kind = chance()
  if (kind < 0.04) return handshake(chance, verifyToken)
  const bytes = kind < 0.041 ? Buffer.alloc(TOO_LARGE, 'a') : bytesOf(chance)
  const signature = chance() < 0.9 ? sign(bytes, secret) : wrongSignature(bytes, chance, secret)
  const headers = {
    'content-type': chance() < 0.95 ? 'application/json' : oneOf(chance, ['text/plain', 'a/b; charset=klingon', '']),
    ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
    ...(chance() < 0.01 ? { 'content-encoding': oneOf(chance, ['gzip', 'br', 'identity', 'zstd-but-not']) } : {}),
  }
  const method = chance() < 0.98 ? 'POST' : oneOf(chance, ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
  const path = chance() < 0.98 ? PATH : `${PATH}${oneOf(chance, ['/', '/x', '?a[b]=c', '/%ff', '//'])}`
  return { method, path, headers, body: bytes }
}

function bytesOf(chance) {
  const changed = chance() < 0.95 ? mutate(oneOf(chance, bodies), chance, bodies) : oneOf(chance, bodies)
  // Everybody is somebody else, and no message came before: else most would only be known already
  const somebody = String(Math.floor(chance() * 1e9)).padStart(9, '0')
  const text = JSON.stringify(changed) ?? 'null'
  const fresh = text
    .replaceAll(/3160000000(\d)/g, `31${somebody}$1`)
    .replaceAll(/NL\.100000000000000(\d)/g, `NL.${somebody}$1`)
    .replaceAll('wamid.', `wamid.${somebody}`)
    .replaceAll(/"179542\d{4}"/g, `"${Math.floor(Date.now() / 1_000)}"`)
    .replaceAll('Ik heb hulp nodig met een brief', () => JSON.stringify(oneOf(chance, texts)).slice(1, -1))
  const bytes = Buffer.from(fresh)
  return chance() < 0.08 ? garble(bytes, chance) : bytes
}

const sign = (bytes, secret) => `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`

function wrongSignature(bytes, chance, secret) {
  const right = sign(bytes, secret)
  return oneOf(chance, [
    null,
    '',
    'sha256=',
    right.slice(0, -1),
    `${right}0`,
    right.slice(7),
    right.replace('sha256', 'sha1'),
    right.replace(/.$/, last => (last === '0' ? '1' : '0')),
    'sha256=' + 'z'.repeat(64),
    'x'.repeat(4_000),
  ])
}

function handshake(chance, verifyToken) {
  const query = new URLSearchParams()
  const put = (name, values) => chance() < 0.9 && query.append(name, oneOf(chance, values))
  put('hub.mode', ['subscribe', 'unsubscribe', ''])
  put('hub.verify_token', [verifyToken, 'wrong', '', 'a'.repeat(5_000)])
  put('hub.challenge', ['1234', '<b>', '', 'a'.repeat(3_000)])
  const more = chance() < 0.2 ? oneOf(chance, ['&hub.challenge=2', '&hub[mode]=x', '&%ff', '&hub.challenge[]=1']) : ''
  return { method: chance() < 0.9 ? 'GET' : 'HEAD', path: `${PATH}?${query}${more}`, headers: {}, body: null }
}
