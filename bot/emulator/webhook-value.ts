import type { Identity } from './identity.js'

/** Our own number, as Meta names it in every call. */
export interface OwnNumber {
  /** Id of the number at Meta. */
  readonly id: string
  /** The number as people see it, digits alone. */
  readonly display: string
}

export type StatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

/** A resident wrote: one message with who she is. */
export const messageValue = (own: OwnNumber, { name, phone, bsuid }: Identity, message: object): object => ({
  ...frameOf(own),
  contacts: [
    {
      profile: { name, ...(phone ? {} : { username: usernameOf(name) }) },
      ...(phone ? { wa_id: phone } : {}),
      ...(bsuid ? { user_id: bsuid } : {}),
    },
  ],
  messages: [{ from: phone ?? bsuid ?? '', ...(bsuid ? { from_user_id: bsuid } : {}), ...message }],
})

export interface StatusFacts {
  readonly id: string
  readonly status: StatusName
  /** Milliseconds since 1970. */
  readonly at: number
  readonly errors?: readonly object[]
}

/** What became of a message of ours. */
export const statusValue = (
  own: OwnNumber,
  { phone, bsuid }: Identity,
  { id, status, at, errors }: StatusFacts,
): object => ({
  ...frameOf(own),
  statuses: [
    {
      id,
      status,
      timestamp: wholeSeconds(at),
      ...(phone ? { recipient_id: phone } : {}),
      ...(bsuid ? { recipient_user_id: bsuid } : {}),
      ...(errors ? { errors } : {}),
    },
  ],
})

/** Meta gives whole seconds, as a string. */
export const wholeSeconds = (ms: number): string => String(Math.floor(ms / 1_000))

const frameOf = ({ id, display }: OwnNumber) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: display, phone_number_id: id },
})

const usernameOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')
