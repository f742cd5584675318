import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Meta sends digits; whatever else it may come to, nothing that a browser would read as markup is sent back. */
const CHALLENGE = /^[A-Za-z0-9._-]{1,200}$/

const query = z.object({
  'hub.mode': z.literal('subscribe'),
  'hub.challenge': z.string().regex(CHALLENGE),
})
/** Never empty, so an empty token of ours is nobody's. */
const token = z.object({ 'hub.verify_token': z.string().min(1) })

export type Handshake =
  /** Answer 200 with the challenge as plain text, and nothing else. */
  | { readonly type: 'accepted'; readonly challenge: string }
  | { readonly type: 'refused'; readonly status: 400 | 403; readonly why: string }

/**
 * Answers Meta's GET when the webhook is set up. Only who knows the token gets the challenge; nothing else that was asked is
 * ever part of an answer (P1). An empty token of ours lets nobody in.
 */
export function shakeHands(asked: unknown, verifyToken: string): Handshake {
  const given = token.safeParse(asked)
  if (!given.success || !isToken(given.data['hub.verify_token'], verifyToken)) {
    return { type: 'refused', status: 403, why: 'The verify token is not ours' }
  }
  const read = query.safeParse(asked)
  if (!read.success) return { type: 'refused', status: 400, why: 'This is not a subscription with a plain challenge' }
  return { type: 'accepted', challenge: read.data['hub.challenge'] }
}

/** Digests are compared, so that neither the letters nor the length of the token show in the time taken. */
const isToken = (given: string, ours: string): boolean => timingSafeEqual(digest(given), digest(ours))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
