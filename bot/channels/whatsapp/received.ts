import type { Address } from './wire.js'

/** One message of a resident, in our words. Lives for one turn and is then gone. */
export interface WhatsAppMessage {
  /** The platform's id (`wamid.…`): the same when it sends the message again, for up to seven days. */
  readonly id: string
  /** Both ids only where one payload carried both for this sender (N5); never empty. */
  readonly from: Address
  /** Platform time in milliseconds since 1970; the platform gives whole seconds. */
  readonly at: number
  /** Our number that was written to (`metadata.phone_number_id`). */
  readonly to: string
  readonly content:
    | { readonly type: 'text'; readonly text: string }
    /** A button, a row or a template's button that was tapped, by the id we gave it. */
    | { readonly type: 'option'; readonly id: string }
    | { readonly type: 'location'; readonly latitude: number; readonly longitude: number }
    /**
     * A picture, voice note or anything else that cannot be read (B7). The kind is for counting, never content. The
     * caption is what she typed under it: free text, so it goes past the danger check like any other (G1).
     */
    | { readonly type: 'attachment'; readonly kind: string; readonly caption?: string }
  /** Came from an advertisement or a link. */
  readonly referral: boolean
}

/** What became of one message of ours. Comes in any order, more than once, or not at all: keep the furthest. */
export interface WhatsAppStatus {
  /** The id that sending answered. */
  readonly id: string
  readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  /** Platform time in milliseconds since 1970. */
  readonly at: number
  /** Empty where the platform does not say: the id is enough. */
  readonly to: Address
  /** Error codes of a failed message; empty for all others. */
  readonly codes: readonly number[]
}

/** A resident's phone number, and with it her business-scoped id, became another. */
export interface NumberChange {
  readonly from: Address
  readonly to: Address
}

/**
 * A place in the body that could not be read, or where the platform reported an error, and why. Neither holds anything
 * that a resident sent.
 */
export interface Unread {
  readonly path: string
  readonly why: string
}

/** What one webhook call came to. `received` is answered 200 whatever it holds; `refused` with its status. */
export type Received =
  | { readonly type: 'refused'; readonly status: 400 | 401 | 413; readonly why: string }
  | {
      readonly type: 'received'
      readonly messages: readonly WhatsAppMessage[]
      readonly statuses: readonly WhatsAppStatus[]
      readonly numberChanges: readonly NumberChange[]
      /** At most `MOST_UNREAD`. A message known but for its content is among the messages too, so that it is answered. */
      readonly unread: readonly Unread[]
      /** Well read, and nothing to answer: reactions, groups, other webhook fields, echoes. */
      readonly ignored: number
    }
