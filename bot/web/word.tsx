import type { ClientWordKey } from './client-words.js'
import type { Words } from './words.js'

/** A word of the page around the conversation. It names its key, so the browser can say it in another language. */
export const Word = ({ of, words }: { of: ClientWordKey; words: Words }) => <span data-word={of}>{words(of)}</span>
