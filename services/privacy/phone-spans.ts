import { createRequire } from 'node:module'
import type * as Phones from 'libphonenumber-js/min'
import type { Span, SpanFinder } from './masked-span.js'

/** A number with its 0, 00 or + in front, and no letter in it. 22 signs: 15 digits of E.164 with blanks. */
const WITH_PREFIX = /(?<![\d€])(?:\+ ?\d|\(?0\d|\(\+)[\d ().\-/]{5,22}/g
/** A Dutch mobile number whose 0 was left out. */
const WITHOUT_PREFIX = /(?<![\d.,€+])6[ -]?\d{8}(?!\d)/g

export const findPhones: SpanFinder = text =>
  [...text.matchAll(WITH_PREFIX)].flatMap(match => longestPhone(match[0], match.index))

export const findBarePhones: SpanFinder = text =>
  [...text.matchAll(WITHOUT_PREFIX)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'phone',
  }))

/** The longest beginning that is a number, cut between groups, so that a house number behind it is no part of it. */
function longestPhone(run: string, start: number): readonly Span[] {
  const ends = [...run.matchAll(/\d(?!\d)/g)].map(match => match.index + 1).toReversed()
  const end = ends.find(candidate => isPhone(run.slice(0, candidate)))
  return end === undefined ? [] : [{ start, end: start + end, kind: 'phone' }]
}

function isPhone(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, '')
  if (digits.length < 8 || digits.length > 17) return false
  return phones().parsePhoneNumberFromString(candidate, 'NL')?.isValid() ?? false
}

let loaded: typeof Phones | null = null

/** Takes about 40 ms to load, so only once a text holds what may be a number. */
function phones(): typeof Phones {
  loaded ??= loadPhones()
  return loaded
}

function loadPhones(): typeof Phones {
  const found: unknown = createRequire(import.meta.url)('libphonenumber-js/min')
  if (!isPhones(found))
    throw new Error('libphonenumber-js/min has no parsePhoneNumberFromString: pin the version that has')
  return found
}

/** In CommonJS the package is a function that carries its others. */
const isPhones = (found: unknown): found is typeof Phones =>
  typeof found === 'function' && 'parsePhoneNumberFromString' in found
