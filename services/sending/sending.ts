/** What came of one attempt to send one part. Times in milliseconds. A channel's own outcome may say more. */
export type Delivered =
  | { readonly type: 'sent' }
  /** Not (surely) accepted; not again before `after`. `held`: nothing was asked of the platform, to keep its pace. */
  | { readonly type: 'retry'; readonly after: number; readonly code: number | null; readonly held: boolean }
  | { readonly type: 'wait'; readonly after: number }
  | { readonly type: 'window-closed' }
  /** It will never arrive. */
  | { readonly type: 'stop'; readonly code: number }
  /** Nothing will go out until somebody acts. */
  | { readonly type: 'alarm'; readonly code: number }

/** What operators are told of sending; of no person and no text. */
export type SendingEvent =
  | { readonly type: 'sent' }
  | { readonly type: 'tried-again'; readonly code: number | null }
  /** Messages that will not be sent any more, and why. */
  | { readonly type: 'dropped'; readonly why: 'window-closed' | 'undeliverable'; readonly messages: number }
  | { readonly type: 'alarm'; readonly code: number }
