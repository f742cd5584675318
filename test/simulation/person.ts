import type { WhatsAppMessage } from '../../bot/channels/whatsapp/received.js'

export type Content = WhatsAppMessage['content']

/** One message of a script, and when it is sent. */
export interface Line {
  readonly content: Content
  /** `together`: within the same moment as the one before. `answered`: when she has read an answer, or has waited long. */
  readonly when: 'together' | 'answered'
  /** So much later still, in milliseconds. */
  readonly after?: number
  /** The platform holds it back so long, in milliseconds. */
  readonly heldFor?: number
  /** The platform brings it again so long after it was written, each time anew, in milliseconds. */
  readonly again?: readonly number[]
}

export type Script = readonly Line[]

export const text = (words: string): Content => ({ type: 'text', text: words })
export const tap = (id: string): Content => ({ type: 'option', id })
export const voice: Content = { type: 'attachment', kind: 'voice' }

/** Each after the answer to the one before. */
export const oneByOne = (...contents: readonly Content[]): Script =>
  contents.map(content => ({ content, when: 'answered' }))

/** All in the same moment. */
export const atOnce = (...contents: readonly Content[]): Script =>
  contents.map(content => ({ content, when: 'together' }))
