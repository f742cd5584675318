import type { TextKey } from '../../../content/text-key.js'

/** The approved sentence of a key, in the language of the message. */
export type Words = (key: TextKey) => string
