import { passesElevenTest, passesLuhn, passesMod97 } from './number-tests.js'
import type { Span, SpanFinder } from './masked-span.js'

/** Signs in an IBAN by country (SWIFT registry), for the countries most residents bank in. */
const ibanLengths: Readonly<Record<string, number>> = {
  ...{ AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GR: 27 },
  ...{ HR: 21, HU: 28, IE: 22, IT: 27, LT: 20, LU: 20, LV: 21, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, SE: 24 },
  ...{ SI: 19, SK: 24, TR: 26, UA: 29 },
}
const IBAN_START = /(?<![\p{L}\p{N}])([A-Za-z]{2})[ -]?\d[ -]?\d/gu
/** A Dutch number with a slip of the finger is masked too. */
const DUTCH_ACCOUNT = /^NL\d{2}[A-Z]{4}\d{10}$/

export const findIbans: SpanFinder = text =>
  [...text.matchAll(IBAN_START)].flatMap(match => {
    const length = ibanLengths[(match[1] ?? '').toUpperCase()]
    const found = length === undefined ? null : takeSigns(text, match.index, length)
    return found && (passesMod97(found.signs) || DUTCH_ACCOUNT.test(found.signs))
      ? [{ ...found.span, kind: 'iban' }]
      : []
  })

/** So many letters and digits from a place on, over single blanks, dots and dashes; null where they do not end there. */
function takeSigns(
  text: string,
  start: number,
  count: number,
): { signs: string; span: { start: number; end: number } } | null {
  const match = new RegExp(`^[A-Za-z0-9](?:[ .-]?[A-Za-z0-9]){${count - 1}}(?![A-Za-z0-9])`).exec(text.slice(start))
  return match
    ? { signs: match[0].replace(/[ .-]/g, '').toUpperCase(), span: { start, end: start + match[0].length } }
    : null
}

export const findCards: SpanFinder = text => findGroups(text, 'card', digits => passesLuhn(digits))

/** Nine digits, in one piece, in groups or one by one. Eight in one piece is an old number that lost its zero. */
export const findBsns: SpanFinder = text =>
  findGroups(text, 'bsn', (digits, groups) => {
    if (digits.length === 8) return groups === 1 && passesElevenTest(`0${digits}`)
    return passesElevenTest(digits)
  })

interface Group {
  readonly start: number
  readonly end: number
}

/** More groups than this in a row are no number of a person; it also bounds the work. */
const MOST_GROUPS = 9

/** Neighbouring groups of digits, as many as pass the test together, longest first. */
function findGroups(
  text: string,
  kind: Span['kind'],
  accept: (digits: string, groups: number) => boolean,
): readonly Span[] {
  const spans: Span[] = []
  const groups = [...text.matchAll(/\d+/g)].map(match => ({ start: match.index, end: match.index + match[0].length }))
  for (let first = 0; first < groups.length; first++) {
    const found = longestFrom(text, groups, first, accept)
    if (found === null) continue
    spans.push({ start: groups[first]?.start ?? 0, end: groups[found]?.end ?? 0, kind })
    first = found
  }
  return spans
}

function longestFrom(
  text: string,
  groups: readonly Group[],
  first: number,
  accept: (digits: string, groups: number) => boolean,
): number | null {
  const run = joined(text, groups, first)
  for (let count = run.length; count > 0; count--) {
    const parts = run.slice(0, count).map(({ start, end }) => text.slice(start, end))
    if (isOneNumber(parts) && accept(parts.join(''), count)) return first + count - 1
  }
  return null
}

/** Groups with one blank, dot or dash between them, from the first on. */
function joined(text: string, groups: readonly Group[], first: number): readonly Group[] {
  const run = groups.slice(first, first + MOST_GROUPS * 2)
  const gap = run.findIndex(
    (group, place) => place > 0 && !/^[ .-]$/.test(text.slice(run[place - 1]?.end, group.start)),
  )
  return gap === -1 ? run : run.slice(0, gap)
}

/** Ages in a row ("4 6 10 12") are not one number: groups are all of one digit, or none is. */
const isOneNumber = (parts: readonly string[]): boolean =>
  parts.every(part => part.length === 1) || (parts.every(part => part.length > 1) && parts.length <= MOST_GROUPS)
