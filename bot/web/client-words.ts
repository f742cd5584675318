import type { TextKey } from '../../content/text-key.js'
import type { Words } from './words.js'

/** What the browser may have to say by itself. Everything else comes ready-made with a message. */
export const clientWordKeys = [
  'web.title',
  'web.lead',
  'web.write',
  'web.send',
  'web.exit',
  'web.exit.title',
  'web.listen',
  'web.you',
  'web.bot',
  'web.conversation',
  'web.languages',
  'web.choose',
  'web.connecting',
  'web.offline',
  'web.retry',
  'web.error',
  'web.chosen',
  'web.again',
  'web.too-long',
  'web.skip-to-chat',
  'web.example',
  'web.elsewhere',
  'card.more',
  'card.map',
  'card.show',
  'card.print',
] as const satisfies readonly TextKey[]

export type ClientWordKey = (typeof clientWordKeys)[number]
export type ClientWords = Readonly<Record<ClientWordKey, string>>

/** The words of one language for the browser: in the page at first, and from `/woorden/<code>.json` after a switch. */
export const clientWords = (words: Words): Readonly<Record<string, string>> =>
  Object.fromEntries(clientWordKeys.map(key => [key, words(key)]))
