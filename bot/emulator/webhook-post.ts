import { createHmac } from 'node:crypto'
import { type Agent, request } from 'node:http'

/** How long a webhook may take before Meta counts it as failed, in milliseconds. */
const TIMEOUT_MS = 20_000

/** The HTTP status that the webhook answered, or null when there was none. Never rejects. */
export type WebhookPost = (url: URL, body: string) => Promise<number | null>

/** Signs the bytes that go out, as Meta does: `X-Hub-Signature-256: sha256=<HMAC with the app's secret>`. */
export function createWebhookPost(secret: string, agent: Agent): WebhookPost {
  return (url, body) =>
    new Promise(resolve => {
      const bytes = Buffer.from(body)
      const headers = {
        'content-type': 'application/json',
        'content-length': bytes.length,
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`,
      }
      const asked = request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, answer => {
        answer.resume()
        answer.on('close', () => resolve(answer.statusCode ?? null))
      })
      asked.on('timeout', () => asked.destroy())
      asked.on('error', () => resolve(null))
      asked.end(bytes)
    })
}

/** Meta's question when an address is registered: whether it answers the challenge, for the right token alone. */
export function askChallenge(url: URL, verifyToken: string, challenge: string): Promise<boolean> {
  const asking = new URL(url)
  asking.search = String(
    new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': challenge }),
  )
  return new Promise(resolve => {
    const asked = request(asking, { timeout: TIMEOUT_MS }, answer => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      answer.on('end', () => resolve(answer.statusCode === 200 && body === challenge))
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(false))
    asked.end()
  })
}
