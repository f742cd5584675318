import { z } from 'zod'
import type { Inbound } from '../../turn/inbound.js'
import { isServiceAllowed } from './service-hosts.js'

/** Longest text that is looked at, as in the web chat; what is longer is refused, not cut. */
export const MOST_TEXT = 4_000
const MOST_ID = 400
/** Longest option id that is looked at; ours are far shorter. */
const MOST_OPTION = 80

const id = z.string().min(1).max(MOST_ID)
const schema = z.looseObject({
  type: z.string().min(1).max(40),
  id: z.string().max(MOST_ID).optional(),
  serviceUrl: z.string().max(2_000),
  channelId: z.string().min(1).max(80),
  conversation: z.looseObject({ id }),
  from: z.looseObject({ id }),
  recipient: z.looseObject({ id }).optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(35).nullish().catch(null),
  attachments: z.array(z.unknown()).nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).nullish(),
  deliveryMode: z.string().max(40).nullish(),
})
/** An activity whose shape was checked; the SDK sees nothing else. */
export type Call = z.infer<typeof schema>

export type ReadCall =
  | { readonly type: 'call'; readonly call: Call; readonly content: Inbound['content'] }
  /** Typing, reactions, the bot's own arrival: nothing to answer. */
  | { readonly type: 'ignored' }
  | { readonly type: 'refused'; readonly status: 400 | 403 | 413; readonly why: string }

/** Reads what was posted to us. Total: whatever it is gets one of three answers, before the SDK sees it. */
export function readCall(body: unknown, development: boolean): ReadCall {
  const parsed = schema.safeParse(body)
  if (!parsed.success) {
    const why = 'An activity needs type, channelId, serviceUrl, conversation.id and from.id'
    return { type: 'refused', status: 400, why }
  }
  const call = parsed.data
  if (!isServiceAllowed(call.serviceUrl, development))
    return { type: 'refused', status: 403, why: 'Answers are not posted to this serviceUrl' }
  if ((call.text ?? '').length > MOST_TEXT)
    return { type: 'refused', status: 413, why: `A message holds at most ${MOST_TEXT} characters` }
  const content = contentOf(call)
  return content ? { type: 'call', call, content } : { type: 'ignored' }
}

function contentOf(call: Call): Inbound['content'] | null {
  const { type, text, value, attachments, membersAdded, recipient } = call
  if (type === 'conversationUpdate') {
    const somebody = (membersAdded ?? []).some(member => member.id !== recipient?.id)
    return somebody ? { type: 'open' } : null
  }
  if (type !== 'message') return null
  if (typeof value === 'string' && value !== '') return { type: 'option', id: value.slice(0, MOST_OPTION) }
  if (!text && attachments && attachments.length > 0) return { type: 'attachment' }
  return { type: 'text', text: text ?? '' }
}
