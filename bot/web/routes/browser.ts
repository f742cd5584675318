import type { Request, Response } from 'express'
import { COOKIE_SECONDS } from '../../channels/direct-line/tokens.js'

const COOKIE = 'voordeur'
/** A conversation's id and the secret of this browser, as they stand in the cookie. */
export interface Browser {
  readonly conversation: string
  readonly secret: string
}

/** What the cookie says, or null. It is checked no further: an invented one opens only an empty conversation. */
export function browserOf(request: Request): Browser | null {
  const found = /(?:^|;\s*)voordeur=([0-9a-f-]{36})\.([0-9a-f-]{36})(?:;|$)/.exec(request.headers.cookie ?? '')
  const [, conversation, secret] = found ?? []
  return conversation && secret ? { conversation, secret } : null
}

/** No script can read it, other sites cannot send it, and it goes with the conversation. */
export function setBrowser(request: Request, response: Response, { conversation, secret }: Browser): void {
  response.cookie(COOKIE, `${conversation}.${secret}`, {
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
