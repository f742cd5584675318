/** What can be masked (H2). */
export const maskedKinds = [
  'bsn',
  'iban',
  'card',
  'phone',
  'email',
  'address',
  'birth-date',
  'digid',
  'postcode-letters',
] as const
export type MaskedKind = (typeof maskedKinds)[number]

/** Part of a text that is personal, or (`keep`) is none, whatever it looks like: an amount, a time, a date in a letter. */
export interface Span {
  readonly start: number
  /** First place after it. */
  readonly end: number
  readonly kind: MaskedKind | 'keep'
  /** What stands there afterwards; the usual mask where absent. */
  readonly instead?: string
}

/** Finds spans in a text whose digits are all 0–9 and whose blanks are all spaces. Never throws. */
export type SpanFinder = (text: string) => readonly Span[]

/** All matches of a global pattern as spans of one kind; group `what` (with flag `d`), if the pattern has it, is the part meant. */
export const spansOf = (
  text: string,
  pattern: RegExp,
  kind: Span['kind'],
  accept: (match: RegExpExecArray) => boolean = () => true,
): readonly Span[] =>
  [...text.matchAll(pattern)].filter(accept).map(match => {
    const [start, end] = match.indices?.groups?.['what'] ?? [match.index, match.index + match[0].length]
    return { start, end, kind }
  })
