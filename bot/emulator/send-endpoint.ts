import type { Request, RequestHandler, Response } from 'express'
import { setTimeout as later } from 'node:timers/promises'
import { checkMessage } from './check-message.js'
import type { Fault } from './faults.js'
import { graphError, graphErrorBody, type GraphError } from './graph-error.js'
import type { Content } from './message-schema.js'

/** Who may receive, and what Meta does with a message that passed every check. */
export interface SendParts {
  readonly token: string
  /** Id of our number. */
  readonly number: string
  readonly takeFault: () => Fault | null
  readonly newId: () => string
  /** Why this message may not go out now, or null. */
  readonly objection: (to: Recipient, content: Content) => GraphError | null
  readonly accept: (id: string, to: Recipient, content: Content, failure: number | null) => void
  /** Whether a message of a resident has this id. */
  readonly markRead: (id: string) => boolean
}

export interface Recipient {
  readonly phone?: string
  readonly bsuid?: string
}

/** `POST /:version/:number/messages`, as Meta answers it. */
export function sendEndpoint(parts: SendParts): RequestHandler<{ version: string; number: string }> {
  return async (request, response) => {
    const stranger = strangerOf(parts, request)
    if (stranger) return answerError(parts, response, stranger)
    const asked = checkMessage(request.body)
    if (asked.type === 'refused') return answerError(parts, response, asked.error)
    if (asked.type === 'read') {
      if (!parts.markRead(asked.id)) return answerError(parts, response, graphError(131_009, 'Message does not exist'))
      return void response.json({ success: true })
    }
    const fault = parts.takeFault()
    if (fault?.type === 'late') await later(fault.ms)
    if (fault && !isAccepted(fault)) return answerFault(parts, response, fault)
    const objection = parts.objection(asked.to, asked.content)
    if (objection) return answerError(parts, response, objection)
    const id = parts.newId()
    parts.accept(id, asked.to, asked.content, fault?.type === 'fails-later' ? fault.code : null)
    if (fault && fault.type !== 'late' && fault.type !== 'fails-later') return answerFault(parts, response, fault)
    response.json(acceptedBody(id, asked.to))
  }
}

function strangerOf(
  { token, number }: SendParts,
  request: Request<{ version: string; number: string }>,
): GraphError | null {
  if (request.get('authorization') !== `Bearer ${token}`)
    return graphError(190, 'The access token could not be decrypted')
  if (!/^v\d{1,2}\.0$/.test(request.params.version)) return graphError(100, 'Unknown version')
  if (request.params.number === number) return null
  return graphError(100, 'Unsupported post request: an object with this id does not exist or cannot be loaded')
}

/** Whether the message goes out all the same. */
const isAccepted = (fault: Fault): boolean =>
  fault.type === 'late' ||
  fault.type === 'fails-later' ||
  fault.type === 'garbled' ||
  ('accepted' in fault && fault.accepted)

function answerFault(parts: SendParts, response: Response, fault: Fault): void {
  switch (fault.type) {
    case 'error':
      return answerError(parts, response, graphError(fault.code, '', fault.status))
    case 'http':
      if (fault.retryAfter !== undefined) response.set('Retry-After', String(fault.retryAfter))
      return void response
        .status(fault.status)
        .type('html')
        .send(fault.body ?? '')
    case 'close':
      return void response.socket?.destroy()
    case 'garbled':
      return void response.type('json').send(fault.body)
    case 'stall':
    case 'late':
    case 'fails-later':
      // A stall is never answered; the others are none by now
      return
  }
}

const answerError = ({ newId }: SendParts, response: Response, error: GraphError): void =>
  void response.status(error.status).json(graphErrorBody(error, newId()))

const acceptedBody = (id: string, { phone, bsuid }: Recipient): object => ({
  messaging_product: 'whatsapp',
  contacts: [{ input: phone ?? bsuid ?? '', ...(phone ? { wa_id: phone } : {}), ...(bsuid ? { user_id: bsuid } : {}) }],
  messages: [{ id }],
})
