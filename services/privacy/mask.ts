import { findBsns, findCards, findIbans } from './account-spans.js'
import { findAddresses, findPostcodes } from './address-spans.js'
import { findBirthDates, findOtherDates } from './date-spans.js'
import { spansOf, type MaskedKind, type Span, type SpanFinder } from './masked-span.js'
import { findBarePhones, findPhones } from './phone-spans.js'
import { plainDigits } from './plain-digits.js'

export interface Masked {
  readonly text: string
  /** What was found, each once; empty when the text is as it came. */
  readonly masked: readonly MaskedKind[]
}

/** Stands where something personal stood. */
export const MASK = '•••'

/** Without one of these nothing can be found, and nearly all texts end here. */
const MAY_HOLD = /[\p{Nd}@]|digi-?d/iu

/** Lengths of RFC 5321, which also bound the work. */
const EMAIL = /[^\s@<>,;:()"]{1,64} ?(?:@|\(at\)) ?[^\s@<>,;:()"]{1,253}\.\p{L}{2,}/gu
/** A name or password of letters alone is only told by the words before it: "mijn DigiD is kwijt" holds none. */
const DIGID_NAMED =
  /digi-?d[^\n]{0,30}?(?:gebruikersnaam|inlognaam|user ?name|naam)(?: is |:|=) ?(?<what>[^\s,;:=•]{3,32})/dgiu
const DIGID_SAID =
  /digi-?d[^\n\d]{0,30}?[ :=](?<what>(?=\S{0,32}\p{L})(?=\S{0,32}\d)[^\s,;:=•]{4,32}|(?<=[:=] ?)[^\s,;:=•]{4,32})/dgiu
const AMOUNT =
  /(?:€|eur|euro|\$|£) ?\d[\d.,]*(?:,-)?|(?<![\d+])[1-9][\d.,]*(?:,-)? ?(?:€|euro|eur\b|evro|евро|євро|يورو|یورو|ዩሮ|yuuro|cent|ct\b)/giu
const TIME = /(?<![\d.])\d{1,2}:\d{2}(?!\d)/g

const findEmails: SpanFinder = text => spansOf(text, EMAIL, 'email')
const findDigids: SpanFinder = text => [DIGID_NAMED, DIGID_SAID].flatMap(pattern => spansOf(text, pattern, 'digid'))
const findAmounts: SpanFinder = text => [AMOUNT, TIME].flatMap(pattern => spansOf(text, pattern, 'keep'))

/** In this order: what an earlier one found, a later one leaves alone. */
const finders: readonly SpanFinder[] = [
  findEmails,
  findIbans,
  findDigids,
  findAmounts,
  findBirthDates,
  findOtherDates,
  findCards,
  findPhones,
  findBsns,
  findBarePhones,
  findAddresses,
  findPostcodes,
]

/**
 * Takes out what may not be stored, logged or sent out (H2): numbers of a person, accounts, e-mail, house numbers, birth dates.
 * Street names and four-digit postcodes stay, for they tell the neighbourhood; amounts, times, years and ages stay too. Best
 * effort, so a second wall and no licence to keep text. Never throws; a text without a digit, "@" or "DigiD" comes back as it is.
 */
export function mask(text: string): Masked {
  if (!MAY_HOLD.test(text)) return { text, masked: [] }
  const plain = plainDigits(text)
  const found = findAll(plain)
  if (found.length === 0) return { text, masked: [] }
  const kinds = new Set(found.map(({ kind }) => kind))
  return { text: withoutSpans(plain, found), masked: [...kinds] }
}

type Personal = Span & { readonly kind: MaskedKind }
const isPersonal = (span: Span): span is Personal => span.kind !== 'keep'

function findAll(text: string): readonly Personal[] {
  const taken: Span[] = []
  for (const find of finders) {
    for (const span of find(text)) {
      if (taken.every(other => span.end <= other.start || span.start >= other.end)) taken.push(span)
    }
  }
  return taken.filter(isPersonal).sort((a, b) => a.start - b.start)
}

function withoutSpans(text: string, spans: readonly Personal[]): string {
  const kept = spans.map((span, place) => text.slice(spans[place - 1]?.end ?? 0, span.start) + (span.instead ?? MASK))
  return kept.join('') + text.slice(spans.at(-1)?.end)
}
