import express, { Router, type ErrorRequestHandler, type Response } from 'express'
import type { Inbound } from '../../turn/inbound.js'
import type { Reply } from './adapter.js'
import { readCall, type Call } from './read-call.js'

/** Largest body, in bytes: as in the web chat, far above a message (P2). */
const MOST_BODY = 32_768

export interface BotFrameworkRoutesParts {
  /** Whether callers and their connector may be on this machine. */
  readonly development: boolean
  /** Answers one activity; rejects when the answer did not go. */
  readonly answer: (call: Call, content: Inbound['content'], authorization: string) => Promise<Reply>
  readonly trouble: (what: string) => void
}

/** `/api/messages`: Bot Framework channels. Whatever is wrong with a call is a 4xx in one sentence, never a stack trace. */
export function botFrameworkRoutes({ development, answer, trouble }: BotFrameworkRoutesParts): Router {
  const router = Router()
  router.post('/', express.json({ limit: MOST_BODY, type: () => true }), async (request, response) => {
    const read = readCall(request.body, development)
    if (read.type === 'refused') return fail(response, read.status, read.why)
    if (read.type === 'ignored') return void response.status(200).end()
    try {
      const reply = await answer(read.call, read.content, request.get('authorization') ?? '')
      if (reply.status >= 400) fail(response, reply.status, 'The caller could not be checked')
      else if (reply.body === undefined) response.status(reply.status).end()
      else response.status(reply.status).json(reply.body)
    } catch (error) {
      // The error itself may hold the ids of people, so only its kind is told.
      trouble(error instanceof Error ? error.constructor.name : typeof error)
      fail(response, 502, 'The answer could not be brought')
    }
  })
  router.use((_request, response) => fail(response, 405, 'Activities are posted here'))
  router.use(onError)
  return router
}

const fail = (response: Response, status: number, message: string): void =>
  void response.status(status).json({ error: { message } })

const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 413) return fail(response, 413, `A request holds at most ${MOST_BODY} bytes`)
  if (typeof status === 'number' && status >= 400 && status < 500) return fail(response, 400, 'The body is not JSON')
  next(error)
}
