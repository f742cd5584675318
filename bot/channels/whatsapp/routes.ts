import express, { Router, type ErrorRequestHandler } from 'express'
import { shakeHands } from './handshake.js'
import { receive } from './receive.js'
import type { Received } from './received.js'
import { MOST_WEBHOOK_BODY } from './webhook-limits.js'

export interface WebhookParts {
  readonly verifyToken: string
  readonly secrets: readonly string[]
  readonly clock: () => number
  /** Resolves when everything is answered durably, or when the platform must send it again. */
  readonly accept: (received: Extract<Received, { type: 'received' }>) => Promise<'accepted' | 'not-accepted'>
}

/** Our choice: Meta repeats after any status but 2xx; 503 says to everybody that it may work later. */
const AGAIN = 503
/** Nothing here is for a browser; what one may do with it is nothing. */
const HEADERS = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }

/** Meta's webhook: the handshake and the calls. Whatever is sent, the answer is a status and a word. */
export function webhookRoutes({ verifyToken, secrets, clock, accept }: WebhookParts): Router {
  const router = Router()
  const raw = express.raw({ type: () => true, limit: MOST_WEBHOOK_BODY, inflate: false })
  router.post('/', raw, async (request, response) => {
    const body: unknown = request.body
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
    const received = receive(bytes, request.get('x-hub-signature-256'), { secrets, now: clock() })
    if (received.type === 'refused') return end(response, received.status, received.why)
    const accepted = await accept(received)
    if (accepted === 'accepted') end(response, 200, 'ok')
    else end(response, AGAIN, 'again')
  })
  router.get('/', (request, response) => {
    const shaken = shakeHands(request.query, verifyToken)
    if (shaken.type === 'accepted') end(response, 200, shaken.challenge)
    else end(response, shaken.status, shaken.why)
  })
  router.use((_request, response) => end(response, 405, 'GET or POST'))
  router.use(onError)
  return router
}

interface Ending {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown
  end(body: string): unknown
}

function end(response: Ending, status: number, word: string): void {
  response.writeHead(status, HEADERS)
  response.end(word)
}

const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 413) return end(response, 413, 'The body is over 3 MB')
  if (typeof status === 'number' && status >= 400 && status < 500) return end(response, status, 'This cannot be read')
  next(error)
}
