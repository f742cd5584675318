import { words } from './normalise.js'

/** Characters of one message that are checked: longer than WhatsApp allows (4,096), bounded for the web chat. */
export const MAX_CHECKED = 5_000

/** An age typed onto the next word: "15jaar". Only two digits, so that Arabic in Latin letters ("3ndi") stays whole. */
const AGE_JOINED = /^(1\d)(\p{L}{1,12})$/u

/** The words that are checked. Of a text that is too long, the head and the tail: people end with what matters. */
export function lookedAt(text: string): string[] {
  const half = MAX_CHECKED / 2
  const part = text.length <= MAX_CHECKED ? text : `${text.slice(0, half)} ${text.slice(-half)}`
  return words(part).flatMap(word => {
    if (word[0] !== '1') return word
    const joined = AGE_JOINED.exec(word)
    return joined?.[1] !== undefined && joined[2] !== undefined ? [joined[1], joined[2]] : word
  })
}
