import { lengthOf } from '../limits.js'

/** Something that did not fit and was cut, for the log: never the words themselves. */
export interface Cut {
  readonly part:
    'list button' | 'section title' | 'row description' | 'link text' | 'location name' | 'location address'
  /** Record or key it belongs to. */
  readonly of: string
  readonly length: number
  readonly limit: number
}

const ELLIPSIS = '…'
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The text where it fits; else as many whole graphemes as fit with a visible "…", noted in `cuts`. */
export function fitted(text: string, what: Omit<Cut, 'length'>, cuts: Cut[]): string {
  if (lengthOf(text) <= what.limit) return text
  cuts.push({ ...what, length: lengthOf(text) })
  return withEllipsis(text, what.limit)
}

/** The beginning of a text with "…", never more than `limit` long and never with half a character. */
export function withEllipsis(text: string, limit: number): string {
  return `${beginning(text, limit - ELLIPSIS.length).trimEnd()}${ELLIPSIS}`
}

/** As many whole graphemes as fit; none where the first is longer. */
export function beginning(text: string, limit: number): string {
  let end = 0
  // A grapheme that is counted begins within the limit, so what lies far behind need not be looked at.
  for (const { segment, index } of graphemes.segment(text.slice(0, 2 * limit + 64))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
