import { z } from 'zod'
import { questionsAboutUs, safetyCategories } from '../../content/vocabulary.js'
import { CONVERSATION_FORMAT, type Conversation } from './conversation.js'
import { newConversation } from './new-conversation.js'
import type { OfferRef, Outbound } from './outbound.js'

/** Only what can be checked here: the session is checked by the dialogs, which own its shape. */
const schema = z.object({
  key: z.string(),
  format: z.literal(CONVERSATION_FORMAT),
  version: z.int().min(1),
  channel: z.string(),
  language: z.string().nullable(),
  proposed: z.string().nullable(),
  session: z.unknown(),
  gentle: z.enum(safetyCategories).nullable(),
  asked: z.enum(questionsAboutUs).nullable(),
  offered: z
    .array(z.custom<OfferRef>(value => typeof value === 'object' && value !== null && 'id' in value))
    .optional(),
  answered: z.array(z.tuple([z.string(), z.number()])),
  spilled: z.boolean(),
  opened: z.boolean(),
  sent: z.array(z.object({ number: z.int(), at: z.number(), message: z.custom<Outbound>(isOutbound) })),
  sending: z
    .object({ address: z.string(), dueAt: z.number(), attempts: z.int().min(0), parts: z.int().min(0) })
    .nullable(),
  lastNumber: z.int(),
  updatedAt: z.number(),
  expiresAt: z.number(),
})

/** The record as it is stored: what stands in the last message is not written twice. */
export function writeConversation(conversation: Conversation): string {
  const same = conversation.offered === lastOffers(conversation)
  return JSON.stringify(same ? { ...conversation, offered: undefined } : conversation)
}

const lastOffers = ({ sent }: Pick<Conversation, 'sent'>): readonly OfferRef[] => sent.at(-1)?.message.offers ?? []

/**
 * Reads a stored record. One of another format keeps its version, so that it can be replaced, and nothing else: the
 * conversation begins again. Null when it cannot be read at all.
 */
export function parseConversation(body: string): Conversation | null {
  const json = parseJson(body)
  const whole = schema.safeParse(json)
  if (whole.success) return { ...whole.data, offered: whole.data.offered ?? lastOffers(whole.data) }
  const rest = z.object({ key: z.string(), version: z.int().min(1), channel: z.string() }).safeParse(json)
  if (!rest.success) return null
  const { key, version, channel } = rest.data
  return { ...newConversation(key, channel, null), format: 0, version }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function isOutbound(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'phrases' in value && Array.isArray(value.phrases)
}
