import { parseWebhook } from './parse-webhook.js'
import type { Received } from './received.js'
import { isSigned } from './signature.js'
import { MOST_WEBHOOK_BODY } from './webhook-limits.js'

export interface ReceiveOptions {
  /** App secrets that are good now; two while one takes over from the other. */
  readonly secrets: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Reads one webhook call from its raw bytes and its `X-Hub-Signature-256`. Nothing is parsed before the signature held. Never
 * throws on what others sent: with a good signature everything is `received`, and answered 200, however little of it could
 * be read, since the platform would else send it again for seven days.
 */
export function receive(body: Buffer, signature: string | undefined, { secrets, now }: ReceiveOptions): Received {
  if (body.length > MOST_WEBHOOK_BODY) return { type: 'refused', status: 413, why: 'The body is over 3 MB' }
  if (!isSigned(body, signature, secrets)) return { type: 'refused', status: 401, why: 'The signature is not right' }
  const parsed = parseJson(body)
  if (parsed.type === 'parsed') return parseWebhook(parsed.value, now)
  const unread = [{ path: 'body', why: 'Not JSON' }]
  return { type: 'received', messages: [], statuses: [], numberChanges: [], unread, ignored: 0 }
}

type Parsed = { readonly type: 'parsed'; readonly value: unknown } | { readonly type: 'not-json' }

function parseJson(body: Buffer): Parsed {
  try {
    return { type: 'parsed', value: JSON.parse(body.toString('utf8')) }
  } catch {
    return { type: 'not-json' }
  }
}
