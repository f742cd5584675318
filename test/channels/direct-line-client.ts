import { z } from 'zod'
import { DIRECT_LINE_PATH } from '../../bot/server.js'

const startedSchema = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number() })
export type Started = z.infer<typeof startedSchema>

const optionSchema = z.object({ id: z.string(), label: z.string() })
const activitySchema = z.object({
  id: z.string(),
  type: z.string(),
  text: z.string(),
  from: z.object({ id: z.string(), role: z.enum(['bot', 'user']) }),
  locale: z.string(),
  suggestedActions: z
    .object({ actions: z.array(z.object({ type: z.string(), title: z.string(), value: z.string() })) })
    .optional(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.object({ title: z.string() }) })).optional(),
  channelData: z.object({ view: z.object({ options: z.array(optionSchema) }) }).optional(),
})
export type SeenActivity = z.infer<typeof activitySchema>
const setSchema = z.object({ activities: z.array(activitySchema), watermark: z.string() })

const errorSchema = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) })

export interface Answered {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  readonly json: unknown
}

export interface Call {
  readonly token?: string
  /** Sent as JSON; `raw` is sent as it stands. */
  readonly body?: unknown
  readonly raw?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** Direct Line 3.0 by hand, so that a test can also say it wrongly. */
export function createDirectLineClient(url: string) {
  const call = async (method: string, path: string, { token, body, raw, headers }: Call = {}): Promise<Answered> => {
    const payload = raw ?? (body === undefined ? null : JSON.stringify(body))
    const response = await fetch(`${url}${DIRECT_LINE_PATH}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(payload === null ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === null ? {} : { body: payload }),
    })
    const text = await response.text()
    return { status: response.status, text, headers: response.headers, json: asJson(text) }
  }
  const activities = ({ conversationId }: Started) => `/conversations/${conversationId}/activities`
  return {
    call,
    /** A new conversation by a client that has no token, in Dutch unless told. */
    async start(language = 'nl'): Promise<Started> {
      return startedSchema.parse(
        (await call('POST', '/conversations', { headers: { 'accept-language': language } })).json,
      )
    },
    post: (started: Started, body: unknown, extra: Call = {}) =>
      call('POST', activities(started), { token: started.token, body, ...extra }),
    postRaw: (started: Started, raw: Call['raw'], extra: Call = {}) =>
      call('POST', activities(started), { token: started.token, ...(raw === undefined ? {} : { raw }), ...extra }),
    say: (started: Started, text: string) =>
      call('POST', activities(started), { token: started.token, body: { type: 'message', text } }),
    tap: (started: Started, value: string) =>
      call('POST', activities(started), { token: started.token, body: { type: 'message', text: value, value } }),
    async read(started: Started, watermark = '') {
      const query = watermark === '' ? '' : `?watermark=${watermark}`
      return setSchema.parse((await call('GET', `${activities(started)}${query}`, { token: started.token })).json)
    },
  }
}

export const startedOf = (answered: Answered): Started => startedSchema.parse(answered.json)

/** The code of an error answer; throws when it is shaped in any other way. */
export const errorCodeOf = (answered: Answered): string => errorSchema.parse(answered.json).error.code

export const botsOnly = (activities: readonly SeenActivity[]): readonly SeenActivity[] =>
  activities.filter(({ from }) => from.role === 'bot')

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
