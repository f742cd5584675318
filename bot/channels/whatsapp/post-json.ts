import { request as httpRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https'

/** Longest time for one call, from asking to the last byte of the answer, in milliseconds; our choice. */
export const TIMEOUT_MS = 10_000
/** Largest answer that is read, in bytes: Meta's have a few hundred. */
export const MOST_ANSWER = 65_536
/** Connections kept open to one host: enough for 1,000 messages a second at 100 ms each. */
const MOST_SOCKETS = 128
/** A connection that was idle this long is closed by us before the other side may, in milliseconds. */
const IDLE_MS = 30_000

/** What came of one call. Holds nothing of the request, so that a token can never leak from it. */
export type Posted =
  | { readonly type: 'answered'; readonly status: number; readonly retryAfter: number | null; readonly body: string }
  | { readonly type: 'unreachable' }

/** Never rejects. An answer over the limit is left out, not cut: its body is then empty. */
export type PostJson = (path: string, body: object) => Promise<Posted>

export interface PostParts {
  /** `https://host`, or `http://127.0.0.1:port` for the emulator. */
  readonly host: string
  readonly token: string
  readonly timeoutMs?: number
  readonly agent?: HttpAgent
}

/** A connection pool that keeps sockets open: a fresh one costs more than the whole call. */
export function createAgent(host: string): HttpAgent {
  const options = { keepAlive: true, maxSockets: MOST_SOCKETS, timeout: IDLE_MS, scheduling: 'lifo' } as const
  return new URL(host).protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options)
}

/**
 * Posts JSON with a bearer token. Redirects are not followed: the token goes to one host alone. A token or host that cannot
 * be sent at all throws here, at the start, and not at the first message.
 */
export function createPostJson(parts: PostParts): PostJson {
  const { token, timeoutMs = TIMEOUT_MS, agent = createAgent(parts.host) } = parts
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error('The token of the WhatsApp channel holds signs that no token has')
  const { protocol, hostname, port } = new URL(parts.host)
  const start = protocol === 'https:' ? httpsRequest : httpRequest
  const target = { hostname: hostname.replace(/^\[|\]$/g, ''), port, agent, method: 'POST' }

  return (path, body) =>
    new Promise(resolve => {
      const bytes = Buffer.from(JSON.stringify(body))
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': bytes.length,
      }
      const asked = start({ ...target, path, headers })
      const done = (posted: Posted) => {
        clearTimeout(tooLong)
        resolve(posted)
      }
      const tooLong = setTimeout(() => {
        done({ type: 'unreachable' })
        asked.destroy()
      }, timeoutMs)
      asked.on('error', () => done({ type: 'unreachable' }))
      asked.on('response', answer => readAnswer(answer, done))
      asked.end(bytes)
    })
}

function readAnswer(answer: IncomingMessage, done: (posted: Posted) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  const finish = () =>
    done({
      type: 'answered',
      status: answer.statusCode ?? 0,
      retryAfter: secondsOf(answer.headers['retry-after']),
      body: size > MOST_ANSWER ? '' : Buffer.concat(chunks).toString('utf8'),
    })
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= MOST_ANSWER) return void chunks.push(chunk)
    finish()
    answer.destroy()
  })
  answer.on('end', finish)
  // The connection broke within the answer: the status is known, the rest is not
  answer.on('close', () => {
    if (!answer.complete && size <= MOST_ANSWER) done({ type: 'unreachable' })
  })
  answer.on('error', () => done({ type: 'unreachable' }))
}

/** Milliseconds; null for a date, which no one asks us to read. */
const secondsOf = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null
