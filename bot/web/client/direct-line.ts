import type { Island } from '../island.js'
import { isObject } from './is-object.js'
import { readReply } from './read-reply.js'
import type { Answer, Saying } from './saying.js'

type Failure = Exclude<Answer, { type: 'answered' }>
type Called = { readonly type: 'ok'; readonly body: unknown } | Failure

/** A request that takes longer is taken for a lost line. */
const TIMEOUT = 15_000
/** When a busy server names no time. */
const BUSY_PAUSE = 3_000
const LONGEST_PAUSE = 30_000
/** A token is renewed at this age, well within the half hour that Direct Line gives it. */
const REFRESH_AFTER = 10 * 60_000
/** Pauses before asking again for replies that were not there at once. */
const WAITS = [0, 700, 1_500, 3_000]

/** Talks to the bot over Direct Line 3.0, by asking. Never rejects; keeps its token in memory alone. */
export class DirectLine {
  readonly #domain: string
  readonly #language: () => string
  #token: string
  #conversation: string | null
  #watermark: string | null
  #renewed = Date.now()

  constructor({ domain, token, conversationId, watermark }: Island, language: () => string) {
    this.#domain = domain
    this.#language = language
    this.#token = token
    this.#conversation = conversationId
    this.#watermark = watermark
  }

  /** The token, for telling the server to forget. */
  get token(): string {
    return this.#token
  }

  /** Sends one saying and brings the replies to it. */
  async say(saying: Saying): Promise<Answer> {
    const ready = await this.#makeReady()
    if (ready.type !== 'ok') return ready
    const posted = await this.#call('POST', this.#path('activities'), this.#activity(saying))
    return posted.type === 'ok' ? this.#replies() : posted
  }

  async #makeReady(): Promise<Called> {
    if (this.#conversation === null) return this.#begin()
    if (Date.now() - this.#renewed > REFRESH_AFTER) this.#keepToken(await this.#call('POST', '/tokens/refresh'))
    return { type: 'ok', body: null }
  }

  /** Opens the conversation. Its first messages are on screen already, so they are passed over. */
  async #begin(): Promise<Called> {
    const begun = await this.#call('POST', '/conversations', { locale: this.#language() })
    if (begun.type !== 'ok') return begun
    this.#keepToken(begun)
    if (isObject(begun.body) && typeof begun.body['conversationId'] === 'string') {
      this.#conversation = begun.body['conversationId']
    }
    const opening = await this.#call('GET', this.#path('activities'))
    if (opening.type === 'ok') this.#watermark = readReply(opening.body, this.#language()).watermark
    return begun
  }

  async #replies(): Promise<Answer> {
    for (const wait of WAITS) {
      if (wait > 0) await pause(wait)
      const mark = this.#watermark === null ? '' : `?watermark=${encodeURIComponent(this.#watermark)}`
      const fetched = await this.#call('GET', this.#path(`activities${mark}`))
      if (fetched.type !== 'ok') return fetched
      const { views, watermark } = readReply(fetched.body, this.#language())
      this.#watermark = watermark ?? this.#watermark
      if (views.length > 0) return { type: 'answered', views }
    }
    return { type: 'busy', after: BUSY_PAUSE }
  }

  #activity({ id, text, value }: Saying): unknown {
    return {
      type: 'message',
      from: { id: 'resident' },
      locale: this.#language(),
      text,
      ...(value === undefined ? {} : { value }),
      channelData: { clientActivityID: id },
    }
  }

  #path(rest: string): string {
    return `/conversations/${encodeURIComponent(this.#conversation ?? '')}/${rest}`
  }

  #keepToken(called: Called): void {
    if (called.type !== 'ok' || !isObject(called.body) || typeof called.body['token'] !== 'string') return
    this.#token = called.body['token']
    this.#renewed = Date.now()
  }

  async #call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Called> {
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(), TIMEOUT)
    try {
      const response = await fetch(this.#domain + path, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: limit.signal,
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return response.ok ? { type: 'ok', body: await response.json() } : failure(response)
    } catch {
      return { type: 'offline' }
    } finally {
      clearTimeout(timer)
    }
  }
}

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

function failure({ status, headers }: Response): Failure {
  if (status === 401 || status === 403 || status === 404 || status === 410) return { type: 'expired' }
  if (status === 413) return { type: 'too-long' }
  if (status === 408 || status === 429 || status >= 500)
    return { type: 'busy', after: pauseOf(headers.get('retry-after')) }
  return { type: 'refused' }
}

const pauseOf = (seconds: string | null): number =>
  Math.min(LONGEST_PAUSE, Number(seconds) > 0 ? Number(seconds) * 1000 : BUSY_PAUSE)
