import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import express from 'express'
import type { Echoes } from './echoes.js'
import { readActivity } from './read-activity.js'
import type { Streams } from './streams.js'
import { sendJson, sendPreflight } from './send-json.js'
import { newId, presetBy, TOKEN_SECONDS, type Claims, type Tokens } from './tokens.js'
import type { WebChat } from './web-chat.js'
import { writeActivity, type BotActivity, type Envelope } from './write-activity.js'

/** Largest body of a web chat request, in bytes: far above a message, far below a nuisance (P2). */
const MOST_BODY = 32_768

export interface DirectLineParts {
  readonly chat: WebChat
  readonly tokens: Tokens
  readonly echoes: Echoes
  readonly streams: Streams
  readonly placeLink: (language: string) => Envelope['placeLink']
  readonly proposeLanguage: (header: string | undefined) => string | null
  readonly browserOf: (request: Request) => string | null
}

/** Direct Line 3.0: tokens, conversations, activities with watermark, stream. Errors are JSON, never a stack trace. */
export function directLineRoutes(parts: DirectLineParts): Router {
  const router = Router()
  const body = express.json({ limit: MOST_BODY, type: () => true })
  const mine = authorised(parts)
  // The busiest first: a router asks its routes one by one.
  router.post('/conversations/:id/activities', body, mine, (request, response) =>
    receiveActivity(parts, request, response),
  )
  router.get('/conversations/:id/activities', mine, (request, response) => sendActivities(parts, request, response))
  router.options('/{*path}', (_request, response) => sendPreflight(response))
  router.post('/tokens/generate', body, async (request, response) => {
    const conversation = newId()
    sendJson(response, 200, await tokenAnswer(parts, { c: conversation, ...proposed(parts, request) }))
  })
  router.post('/tokens/refresh', body, mine, async (request, response) => {
    sendJson(response, 200, await tokenAnswer(parts, claimsOf(request)))
  })
  router.post('/conversations', body, async (request, response) => startConversation(parts, request, response))
  router.get('/conversations/:id', mine, async (request, response) => {
    sendJson(response, 200, await conversationAnswer(parts, claimsOf(request), request))
  })
  router.use((_request, response) => fail(response, 404, 'NotFound', 'There is nothing at this address'))
  router.use(onError)
  return router
}

async function startConversation(parts: DirectLineParts, request: Request, response: Response): Promise<void> {
  const bearer = bearerOf(request)
  const checked = bearer ? await parts.tokens.check(bearer, parts.browserOf(request)) : null
  if (bearer && checked?.type !== 'valid') return refuseToken(response, checked?.type ?? 'invalid')
  const claims: Claims = checked?.type === 'valid' ? checked.claims : { c: newId(), ...proposed(parts, request) }
  const known = await parts.chat.stored(claims.c)
  if (!known && claims.o !== true) {
    const from = { proposedLanguage: claims.l ?? null, opened: false, ...presetBy(claims) }
    await parts.chat.say(claims.c, { type: 'open' }, from)
  }
  sendJson(response, known ? 200 : 201, await conversationAnswer(parts, claims, request))
}

async function receiveActivity(parts: DirectLineParts, request: Request, response: Response): Promise<void> {
  const claims = claimsOf(request)
  const read = readActivity(request.body)
  if (read.type === 'refused') return fail(response, read.status, read.code, read.why)
  if (read.type === 'ignored') return sendJson(response, 200, { id: `${claims.c}|ignored` })
  const locale = claims.l ?? 'nl'
  const id = parts.echoes.add(claims.c, read.echo, locale)
  const turned = await parts.chat.say(claims.c, read.content, {
    proposedLanguage: claims.l ?? null,
    opened: claims.o === true,
    ...presetBy(claims),
    sender: request.ip ?? '',
    ...(read.id ? { id: read.id } : {}),
  })
  parts.streams.tell(claims.c, turned)
  sendJson(response, 200, { id })
}

async function sendActivities(parts: DirectLineParts, request: Request, response: Response): Promise<void> {
  const { c: conversation } = claimsOf(request)
  const watermark = watermarkOf(request)
  if (watermark === null) return fail(response, 400, 'BadArgument', 'The watermark is a number that this server gave')
  sendJson(response, 200, await activitySet(parts, conversation, watermark))
}

/** What a client has not seen: her own words of the last seconds, then our messages after the watermark. */
export async function activitySet(
  parts: Pick<DirectLineParts, 'chat' | 'echoes' | 'placeLink'>,
  conversation: string,
  watermark: number,
): Promise<{ readonly activities: readonly unknown[]; readonly watermark: string }> {
  const echoes = parts.echoes.take(conversation).map(({ id, text, locale }) => ({
    type: 'message',
    id,
    conversation: { id: conversation },
    from: { id: 'resident', role: 'user' },
    text,
    locale,
  }))
  const { messages, last } = await parts.chat.read(conversation, watermark)
  const bot = messages.map(({ number, at, view }): BotActivity =>
    writeActivity(view, { conversation, number, at, placeLink: parts.placeLink(view.language) }),
  )
  return { activities: [...echoes, ...bot], watermark: String(last) }
}

async function conversationAnswer({ tokens }: DirectLineParts, claims: Claims, request: Request): Promise<object> {
  const token = await tokens.issue(claims)
  const scheme = request.secure ? 'wss' : 'ws'
  const watermark = String(watermarkOf(request) ?? 0)
  const query = new URLSearchParams({ watermark, t: token })
  const streamUrl = `${scheme}://${request.get('host') ?? 'localhost'}${request.baseUrl}/conversations/${claims.c}/stream?${query}`
  return { conversationId: claims.c, token, expires_in: TOKEN_SECONDS, streamUrl }
}

async function tokenAnswer({ tokens }: DirectLineParts, claims: Claims): Promise<object> {
  return { conversationId: claims.c, token: await tokens.issue(claims), expires_in: TOKEN_SECONDS }
}

function authorised({ tokens, browserOf }: DirectLineParts): RequestHandler<{ id?: string }> {
  return async (request, response, next) => {
    const bearer = bearerOf(request)
    if (!bearer) return fail(response, 401, 'Unauthorized', 'This address needs a token')
    const checked = await tokens.check(bearer, browserOf(request))
    if (checked.type !== 'valid') return refuseToken(response, checked.type)
    const { id } = request.params
    if (id !== undefined && id !== checked.claims.c)
      return fail(response, 403, 'Forbidden', 'This token is for another conversation')
    claimsByRequest.set(request, checked.claims)
    next()
  }
}

function refuseToken(response: Response, why: 'expired' | 'invalid'): void {
  if (why === 'expired') fail(response, 403, 'TokenExpired', 'The token has expired; start anew')
  else fail(response, 401, 'Unauthorized', 'The token is not valid here')
}

/** Whose token a request carries, for as long as the request lives. */
const claimsByRequest = new WeakMap<object, Claims>()

function claimsOf(request: object): Claims {
  const claims = claimsByRequest.get(request)
  if (!claims) throw new Error('This route must stand behind authorised()')
  return claims
}

const bearerOf = (request: { get(name: string): string | undefined }): string | null =>
  /^Bearer (\S{1,2000})$/.exec(request.get('authorization') ?? '')?.[1] ?? null

const proposed = ({ proposeLanguage }: DirectLineParts, request: Request): { l?: string } => {
  const language = proposeLanguage(request.get('accept-language'))
  return language ? { l: language } : {}
}

/** Null where it is no number of ours; absent means from the beginning. */
function watermarkOf(request: Request): number | null {
  const given = request.query['watermark'] ?? ''
  if (given === '' || given === 'null') return 0
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : null
}

function fail(response: Response, status: number, code: string, message: string): void {
  sendJson(response, status, { error: { code, message } })
}

const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 413) return fail(response, 413, 'MessageSizeTooBig', `A request holds at most ${MOST_BODY} bytes`)
  if (typeof status === 'number' && status >= 400 && status < 500)
    return fail(response, status, 'BadArgument', 'The body is not JSON')
  next(error)
}
