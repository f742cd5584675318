import { z } from 'zod'

/**
 * What the Cloud API takes, written down a second time and apart from the channel on purpose: a limit that the channel has
 * wrong shows here. Length is counted in UTF-16 units. Source: Meta's documentation of November 2026; unknown keys are
 * refused, as Meta does. The body of a list may have 4,096 by the documentation, and 1,024 by what others met: the lower
 * one is kept.
 */
const upTo = (most: number) => z.string().refine(text => text.length <= most, `at most ${most} characters`)

const filled = (most: number) => upTo(most).refine(text => text.trim() !== '', 'must not be empty')

const bodyText = z.strictObject({ text: filled(1024) })
const footer = z.strictObject({ text: filled(60) })
const header = z.strictObject({ type: z.literal('text'), text: filled(60) })
const around = { body: bodyText, header: header.optional(), footer: footer.optional() }

const button = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: filled(256), title: filled(20) }),
})
const buttons = z.strictObject({
  type: z.literal('button'),
  ...around,
  action: z.strictObject({ buttons: z.array(button).min(1).max(3) }),
})

const row = z.strictObject({ id: filled(200), title: filled(24), description: upTo(72).optional() })
const section = z.strictObject({ title: upTo(24).optional(), rows: z.array(row).min(1) })
const list = z.strictObject({
  type: z.literal('list'),
  ...around,
  action: z.strictObject({ button: filled(20), sections: z.array(section).min(1).max(10) }),
})

const locationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body: bodyText,
  action: z.strictObject({ name: z.literal('send_location') }),
})

const link = z.strictObject({
  type: z.literal('cta_url'),
  ...around,
  action: z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: filled(20), url: z.url({ protocol: /^https?$/ }).max(2000) }),
  }),
})

const parameter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: filled(1024), parameter_name: z.string().optional() }),
  z.strictObject({ type: z.literal('payload'), payload: filled(256) }),
])
const component = z.strictObject({
  type: z.enum(['header', 'body', 'button']),
  sub_type: z.enum(['quick_reply', 'url']).optional(),
  index: z.union([z.string().regex(/^\d$/), z.number().int().min(0).max(9)]).optional(),
  parameters: z.array(parameter),
})

const content = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.strictObject({ body: filled(4096), preview_url: z.boolean().optional() }),
  }),
  z.object({
    type: z.literal('interactive'),
    interactive: z.discriminatedUnion('type', [buttons, list, locationRequest, link]),
  }),
  z.object({
    type: z.literal('location'),
    location: z.strictObject({
      latitude: z.coerce.number().min(-90).max(90),
      longitude: z.coerce.number().min(-180).max(180),
      name: upTo(1000).optional(),
      address: upTo(1000).optional(),
    }),
  }),
  z.object({
    type: z.literal('template'),
    template: z.strictObject({
      name: z.string().regex(/^[a-z0-9_]{1,512}$/),
      language: z.strictObject({ code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/), policy: z.string().optional() }),
      components: z.array(component).optional(),
    }),
  }),
])

/** What every message has beside its content. */
export const envelope = z.object({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z
    .string()
    .regex(/^\+?\d{7,15}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9._-]{1,128}$/)
    .optional(),
  type: z.string().default('text'),
  context: z.strictObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: upTo(512).optional(),
})

/** Shows that a message was read, with or without typing dots. */
export const readMark = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
})

export const contentSchema = content
/** What was sent to a resident, as it came. */
export type Content = z.infer<typeof content>
export type Interactive = Extract<Content, { type: 'interactive' }>['interactive']
export type ListAction = z.infer<typeof list>['action']
