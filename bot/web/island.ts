import type { ClientWords } from './client-words.js'

/** What the page hands to its script, as data in the page: no script is written inline. */
export interface Island {
  /** Where Direct Line answers, without a slash at the end. */
  readonly domain: string
  readonly token: string
  /** Null until the resident first says something. */
  readonly conversationId: string | null
  /** Up to where the messages on screen go; null when nothing was ever fetched. */
  readonly watermark: string | null
  readonly language: string
  /** Pages inside another site open outside links in a new window. */
  readonly embedded: boolean
  readonly strings: ClientWords
}

/** Id of the element that holds it. */
export const ISLAND_ID = 'voordeur'
