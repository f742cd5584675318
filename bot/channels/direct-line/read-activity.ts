import { z } from 'zod'
import type { Inbound } from '../../turn/inbound.js'

/** Longest text that is looked at; what is longer is refused with a clear answer, not cut. */
export const MOST_TEXT = 4_000
/** Longest option id that is looked at; ours are far shorter. */
const MOST_OPTION = 80

const schema = z.object({
  type: z.string().max(40),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(35).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  /** Microsoft's clients and our page name each message here, and name it again when they send it again. */
  channelData: z
    .object({ clientActivityID: z.string().min(8).max(64).optional().catch(undefined) })
    .nullish()
    .catch(null),
})

export type Read =
  | { readonly type: 'content'; readonly content: Inbound['content']; readonly echo: string; readonly id?: string }
  /** Typing, read marks and the like: nothing to answer. */
  | { readonly type: 'ignored' }
  | { readonly type: 'refused'; readonly status: 400 | 413; readonly code: string; readonly why: string }

/** Reads what a client posted. Total: whatever it is gets one of three answers. */
export function readActivity(body: unknown): Read {
  const parsed = schema.safeParse(body)
  if (!parsed.success) return refused('BadArgument', 'An activity needs a "type" and, where it has one, a text')
  const { type, text, channelData } = parsed.data
  if (type === 'event' || type === 'conversationUpdate') return { type: 'content', content: { type: 'open' }, echo: '' }
  if (type !== 'message') return { type: 'ignored' }
  if ((text ?? '').length > MOST_TEXT) {
    const why = `A message holds at most ${MOST_TEXT} characters`
    return { type: 'refused', status: 413, code: 'MessageSizeTooBig', why }
  }
  const id = channelData?.clientActivityID
  return { type: 'content', content: contentOf(parsed.data), echo: text ?? '', ...(id ? { id } : {}) }
}

function contentOf({ text, value, attachments }: z.infer<typeof schema>): Inbound['content'] {
  if (typeof value === 'string' && value !== '') return { type: 'option', id: value.slice(0, MOST_OPTION) }
  if (!text && attachments && attachments.length > 0) return { type: 'attachment' }
  return { type: 'text', text: text ?? '' }
}

const refused = (code: string, why: string): Read => ({ type: 'refused', status: 400, code, why })
