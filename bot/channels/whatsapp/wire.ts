/** What the Cloud API is sent, without the address and without `messaging_product`: the exact JSON of one message. */
export type WirePayload = TextPayload | InteractivePayload | LocationPayload | TemplatePayload

export interface TextPayload {
  readonly type: 'text'
  readonly text: { readonly body: string; readonly preview_url: false }
}

export interface InteractivePayload {
  readonly type: 'interactive'
  readonly interactive: ButtonsMessage | ListMessage | LocationRequest | LinkMessage
}

/** Reply buttons: a tap comes back as `button_reply` with the id. */
export interface ButtonsMessage {
  readonly type: 'button'
  readonly body: { readonly text: string }
  readonly action: { readonly buttons: readonly ReplyButton[] }
}

export interface ReplyButton {
  readonly type: 'reply'
  readonly reply: { readonly id: string; readonly title: string }
}

/** A list that opens on a tap; a tapped row comes back as `list_reply` with the id. */
export interface ListMessage {
  readonly type: 'list'
  readonly body: { readonly text: string }
  readonly action: { readonly button: string; readonly sections: readonly ListSection[] }
}

/** A title is required where there is more than one section. */
export interface ListSection {
  readonly title?: string
  readonly rows: readonly ListRow[]
}

export interface ListRow {
  readonly id: string
  readonly title: string
  readonly description?: string
}

/** Answered with a location message, if at all. */
export interface LocationRequest {
  readonly type: 'location_request_message'
  readonly body: { readonly text: string }
  readonly action: { readonly name: 'send_location' }
}

/** One button that opens an address; nothing comes back. */
export interface LinkMessage {
  readonly type: 'cta_url'
  readonly body: { readonly text: string }
  readonly action: {
    readonly name: 'cta_url'
    readonly parameters: { readonly display_text: string; readonly url: string }
  }
}

export interface LocationPayload {
  readonly type: 'location'
  readonly location: {
    /** Degrees, WGS 84. */
    readonly latitude: number
    readonly longitude: number
    readonly name: string
    readonly address: string
  }
}

/** The only kind that may go out when the 24-hour window is closed; approved by Meta beforehand (N3). */
export interface TemplatePayload {
  readonly type: 'template'
  readonly template: {
    readonly name: string
    readonly language: { readonly code: string }
    readonly components?: readonly TemplateComponent[]
  }
}

export type TemplateComponent =
  | { readonly type: 'body'; readonly parameters: readonly { readonly type: 'text'; readonly text: string }[] }
  | {
      readonly type: 'button'
      readonly sub_type: 'quick_reply'
      /** Place of the button in the template, from 0. */
      readonly index: string
      readonly parameters: readonly { readonly type: 'payload'; readonly payload: string }[]
    }

/** Where a message goes: the business-scoped user id when it is known, else the phone number (N5). */
export interface Address {
  readonly bsuid?: string
  readonly phone?: string
}
