/** WhatsApp reads these at the edge of a word as bold, italic, struck through or code; inside a word they mean nothing. */
const MARK_AT_EDGE = /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu
const LOOKS_LIKE: Readonly<Record<string, string>> = { '*': '∗', _: '＿', '~': '∼', '`': '‵' }
/** A line that begins so is shown as a quotation. */
const QUOTED_LINE = /^>/gmu
/** Digits in groups: in a right-to-left line the groups would change places. */
const DIGIT_GROUPS = /\+?\d+(?:[ -]\d+)+/gu

const LEFT_TO_RIGHT = '\u2066'
const OWN_DIRECTION = '\u2068'
const END = '\u2069'

/** Characters that WhatsApp would take for formatting become ones that look the same: it has no way to escape them. */
export const unformatted = (text: string): string =>
  text.replace(MARK_AT_EDGE, mark => LOOKS_LIKE[mark] ?? mark).replace(QUOTED_LINE, '›')

/** One line in bold. The text must be unformatted already and not be blank. */
export const bold = (text: string): string => `*${text.trim()}*`

/** Our sentences, with numbers that stay in order. */
export const sentence = (text: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' ? unformatted(text).replace(DIGIT_GROUPS, `${LEFT_TO_RIGHT}$&${END}`) : unformatted(text)

/** A name, address or number as it is written in its own direction, inside a line of another. */
export const foreign = (text: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' ? `${OWN_DIRECTION}${unformatted(text)}${END}` : unformatted(text)

/** A telephone number. */
export const telephone = (tel: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' ? `${LEFT_TO_RIGHT}${tel}${END}` : tel
