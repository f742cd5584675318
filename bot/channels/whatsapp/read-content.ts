import { z } from 'zod'
import type { WhatsAppMessage } from './received.js'
import { LONGEST_ID } from './webhook-limits.js'

export type Content = WhatsAppMessage['content']

const tapped = z.object({ id: z.string().min(1).max(LONGEST_ID) })
const captioned = z.object({ caption: z.string().min(1) })
const shapes = {
  text: z.object({ text: z.object({ body: z.string() }) }),
  interactive: z.object({ interactive: z.object({ type: z.string() }) }),
  buttonReply: z.object({ interactive: z.object({ button_reply: tapped }) }),
  listReply: z.object({ interactive: z.object({ list_reply: tapped }) }),
  payload: z.object({ button: z.object({ payload: z.string().min(1).max(LONGEST_ID) }) }),
  label: z.object({ button: z.object({ text: z.string() }) }),
  location: z.object({
    location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  }),
  audio: z.object({ audio: z.object({ voice: z.boolean() }) }),
  image: z.object({ image: captioned }),
  video: z.object({ video: captioned }),
  document: z.object({ document: captioned }),
  order: z.object({ order: z.object({ text: z.string().min(1) }) }),
  edit: z.object({ edit: z.object({ message: z.looseObject({ type: z.string() }) }) }),
}

/** Names of kinds that may be counted and logged: a platform's word, not a resident's. */
const KIND = /^[a-z_]{1,40}$/

const attachment = (kind: string, caption?: string): Content => ({
  type: 'attachment',
  kind: KIND.test(kind) ? kind : 'unknown',
  ...(caption !== undefined && { caption }),
})

type Reader = (message: unknown) => Content | null

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['text', message => map(shapes.text.safeParse(message).data, ({ text }) => ({ type: 'text', text: text.body }))],
  ['interactive', readInteractive],
  ['button', readTemplateButton],
  [
    'location',
    message =>
      map(shapes.location.safeParse(message).data, ({ location }) => ({
        type: 'location',
        latitude: location.latitude,
        longitude: location.longitude,
      })),
  ],
  ['audio', message => attachment(shapes.audio.safeParse(message).data?.audio.voice === true ? 'voice' : 'audio')],
  ['image', message => attachment('image', shapes.image.safeParse(message).data?.image.caption)],
  ['video', message => attachment('video', shapes.video.safeParse(message).data?.video.caption)],
  ['document', message => attachment('document', shapes.document.safeParse(message).data?.document.caption)],
  ['order', message => attachment('order', shapes.order.safeParse(message).data?.order.text)],
  // She opened the chat and said nothing yet: that wants the opening, not "I cannot read this"
  ['request_welcome', () => ({ type: 'text', text: '' })],
  ['edit', readEdit],
])

/**
 * What a message of this type says. Null where the type is known and its content has another shape; a type that nobody knows
 * is an attachment of that kind, so that it is answered (B7).
 */
export function readContent(type: string, message: unknown): Content | null {
  const read = readers.get(type)
  return read ? read(message) : attachment(type)
}

function readInteractive(message: unknown): Content | null {
  const kind = shapes.interactive.safeParse(message).data?.interactive.type
  if (kind === undefined) return null
  const asOption = ({ id }: { id: string }): Content => ({ type: 'option', id })
  if (kind === 'button_reply') {
    return map(shapes.buttonReply.safeParse(message).data, ({ interactive }) => asOption(interactive.button_reply))
  }
  if (kind === 'list_reply') {
    return map(shapes.listReply.safeParse(message).data, ({ interactive }) => asOption(interactive.list_reply))
  }
  return attachment(kind)
}

/** A template's button carries the payload we gave it; where we gave none, its words. */
function readTemplateButton(message: unknown): Content | null {
  const payload = shapes.payload.safeParse(message).data?.button.payload
  if (payload !== undefined) return { type: 'option', id: payload }
  return map(shapes.label.safeParse(message).data, ({ button }) => ({ type: 'text', text: button.text }))
}

/** What she made of an earlier message counts as said now: it may tell of danger (G1). */
function readEdit(message: unknown): Content | null {
  const inner = shapes.edit.safeParse(message).data?.edit.message
  if (inner === undefined) return null
  return inner.type === 'edit' ? attachment('edit') : readContent(inner.type, inner)
}

/** Null where there was no data. */
const map = <T>(data: T | undefined, read: (data: T) => Content): Content | null =>
  data === undefined ? null : read(data)
