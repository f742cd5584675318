import type { MessageView } from '../../rendering/message-view.js'

/** What the resident says: a choice has a value, free words have none. */
export interface Saying {
  /** Sent again with every attempt, so that the server can see it has this one already. */
  readonly id: string
  readonly text: string
  readonly value?: string
}

export type Answer =
  | { readonly type: 'answered'; readonly views: readonly MessageView[] }
  | { readonly type: 'offline' }
  /** The server is busy or broken; `after` is when to try again, in milliseconds. */
  | { readonly type: 'busy'; readonly after: number }
  | { readonly type: 'expired' }
  | { readonly type: 'too-long' }
  | { readonly type: 'refused' }
