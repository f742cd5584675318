import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { COOKIE_SECONDS } from '../../channels/direct-line/tokens.js'

const COOKIE = 'voordeur'

/** A browser's secret, which is all that its cookie holds, and the conversation that goes with it. */
export interface Browser {
  readonly conversation: string
  readonly secret: string
}

/**
 * The conversation follows from the secret and not the other way round: an id may stand in an address or an access log, and
 * whoever reads it there can make no cookie that opens the conversation (P5).
 */
export function browserWith(secret: string): Browser {
  const hash = createHash('sha256').update(`conversation ${secret}`).digest('hex')
  // In the shape of a random UUID (version 4), which is how conversation ids look everywhere
  const conversation = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
  return { conversation, secret }
}

/** What the cookie says, or null. It is checked no further: an invented one opens only an empty conversation. */
export function browserOf(request: Request): Browser | null {
  const [, secret] = /(?:^|;\s*)voordeur=([0-9a-f-]{36})(?:;|$)/.exec(request.headers.cookie ?? '') ?? []
  return secret ? browserWith(secret) : null
}

/** No script can read it, other sites cannot send it, and it goes with the conversation. */
export function setBrowser(request: Request, response: Response, { secret }: Browser): void {
  response.cookie(COOKIE, secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.secure,
    maxAge: COOKIE_SECONDS * 1000,
    path: '/',
  })
}

export function clearBrowser(response: Response): void {
  response.clearCookie(COOKIE, { path: '/' })
}
