import { spansOf, type Span, type SpanFinder } from './masked-span.js'

/** How Dutch street names end. The name stays, for it tells the neighbourhood; the house number goes. */
const streetEnds =
  'straat|str\\.|straatje|weg|laan|plein|gracht|kade|singel|plantsoen|hof|dreef|dijk|pad|park|steeg|markt|wal|baan|plaats|oever|akker|veld|burg|haven|werf|ring|rak|street|road'
/** Number with its letter, floor or flat: 12, 12a, 123-2, 45 hs, 7 III, 12 bis. */
const house = '\\d{1,5}(?: ?-? ?(?:\\d{1,4}|hs|huis|bis|i{1,3}|iv|v|[a-z])(?![\\p{L}\\d]))?'
/** What makes the number behind a street-like word no house number: "onderweg 10 minuten". */
const units =
  'min|uur|u\\b|dag|week|weken|maand|jaar|jr|km|m\\b|meter|euro|eur|€|kind|mensen|personen|keer|x\\b|hour|day|year|people|saat|dakika'

const STREET = new RegExp(
  `(?<![\\p{L}])(?!onderweg|vanweg|snelweg|school\\s|vanwege)(?:[\\p{L}'’.-]{1,40}(?:${streetEnds})|(?:[\\p{L}'’.-]{2,30} ){1,4}(?:${streetEnds})),?(?: nr\\.?| nummer| no\\.?)? (?<what>${house})(?! ?(?:${units})|[:.,]?\\d)`,
  'dgiu',
)
const NAMED = new RegExp(
  `(?:huisnummer|huisnr|house number|house no|kapı no|numer domu|номер будинку|رقم المنزل)\\.?:? (?:is )?(?<what>${house})`,
  'dgiu',
)
const BEFORE_POSTCODE = new RegExp(`(?<![\\p{L}\\d])(?<what>${house}),? [1-9]\\d{3} ?[A-Z]{2}(?![\\p{L}\\d])`, 'dgu')
const BEHIND_POSTCODE = new RegExp(
  `(?<![\\p{L}\\d])[1-9]\\d{3} ?[A-Z]{2},?(?: nr\\.?| nummer| huisnummer)? (?<what>${house})(?! ?(?:${units})|[:.,]?\\d)`,
  'dgu',
)
/** A pin: two numbers with three or more decimals. */
const PIN = /(?<![\d.])-?\d{1,2}\.\d{3,}[,;]? ?-?\d{1,3}\.\d{3,}(?!\d)/g

export const findAddresses: SpanFinder = text => [
  ...spansOf(text, PIN, 'address'),
  ...[STREET, NAMED, BEFORE_POSTCODE, BEHIND_POSTCODE].flatMap(pattern => spansOf(text, pattern, 'address')),
]

/** Two small letters behind a number that are words or units, so no postcode: "1057 en 1058", "2000 km". */
const smallWords = new Set(
  (
    'en is in op de of om ik nu we je ze na te uw al er zo ja me bij nr at or an to my no if so he it on and ve mi da bu ne do po za od ' +
    'el la es yo et le un il au du iyo ee oo km kg gr cm mm eu kr tl zl lv'
  ).split(' '),
)
const POSTCODE = /(?<![\p{L}\d.,€+-])[1-9]\d{3}(?<what>( ?)(\p{L}{2}))(?![\p{L}\d])/dgu

/** The letters of a postcode go, the four digits stay (H3). */
export const findPostcodes: SpanFinder = text =>
  spansOf(text, POSTCODE, 'postcode-letters', match => isPostcode(match[2] ?? '', match[3] ?? '')).map(
    (span): Span => ({ ...span, instead: '' }),
  )

function isPostcode(gap: string, letters: string): boolean {
  if (!/^[a-z]{2}$/i.test(letters)) return false
  if (letters === letters.toUpperCase()) return true
  return !smallWords.has(letters.toLowerCase()) || gap === ''
}
