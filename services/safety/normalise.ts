/** First digit of each script's row of ten that residents' keyboards write; NFKD already turns full-width ones into ASCII. */
const ZEROS = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0]
const ETHIOPIC_ONE = 0x1369

/** Letters that NFKD leaves alone and that people write for one another. Ethiopic has two rows of s and of ts. */
const SAME_LETTER = new Map(
  Object.entries({
    ı: 'i',
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ħ: 'h',
    ɛ: 'e',
    ɔ: 'o',
    ə: 'e',
    ґ: 'г',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ے: 'ي',
    ة: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ە: 'ه',
    ۃ: 'ه',
    ک: 'ك',
    ڪ: 'ك',
    ٱ: 'ا',
    ڤ: 'ف',
    ڥ: 'ف',
  }),
)

/** Cyrillic letters that look like Latin ones: undone only inside a word that mixes both scripts. */
const CYRILLIC = 'аеорсухіјѕкмнтв'
const LATIN = 'aeopcyxijskmhtb'
const toLatin = new Map([...CYRILLIC].map((letter, at) => [letter, LATIN.charAt(at)]))
const toCyrillic = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC.charAt(at)]))

/** Nothing at all: apostrophes ("can't" is "cant"), tatweel, joiners, direction marks, variation selectors, soft hyphen. */
const DROPPED = /^[\p{Mn}\p{Me}\p{Cf}'’‘ʼʻʹ`´′ʿʾ\u0640\u00ad]$/u
const KEPT = /^[\p{L}\p{Mc}\p{Nd}]$/u

const digitOf = (code: number): string | null => {
  if (code >= ETHIOPIC_ONE && code < ETHIOPIC_ONE + 9) return String(code - ETHIOPIC_ONE + 1)
  const zero = ZEROS.find(first => code >= first && code < first + 10)
  return zero === undefined ? null : String(code - zero)
}

/** The Ethiopic rows ሠ and ፀ sound like ሰ and ጸ and are spelled either way; ኀ is written for ሀ. Eight letters a row. */
const ethiopicTwin = (code: number): string | null => {
  if (code >= 0x1220 && code < 0x1228) return String.fromCharCode(code + 0x10)
  if (code >= 0x1340 && code < 0x1347) return String.fromCharCode(code - 0x08)
  if (code >= 0x1280 && code < 0x1287) return String.fromCharCode(code - 0x80)
  return null
}

function fold(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const same = digitOf(code) ?? ethiopicTwin(code) ?? SAME_LETTER.get(character)
  if (same !== undefined) return same
  if (DROPPED.test(character)) return ''
  return KEPT.test(character) ? character : ' '
}

const BASIC_PLANE = 0x10000
/** Folds of the basic plane by code, kept after first use: it cannot grow beyond one entry a character. */
const folded: string[] = []

function foldOnce(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code >= BASIC_PLANE) return fold(character)
  return (folded[code] ??= fold(character))
}

const isLetter = (character: string) => character > '9'

/** One spelling inside one word: a Latin word with a Cyrillic "а" in it becomes Latin, and the other way round. */
function oneScript(word: string): string {
  let cyrillic = 0
  let latin = 0
  for (const letter of word) {
    if (letter >= 'a' && letter <= 'z') latin += 1
    else if (letter >= '\u0400' && letter <= '\u052f') cyrillic += 1
  }
  if (cyrillic === 0 || latin === 0) return word
  const twin = cyrillic > latin ? toCyrillic : toLatin
  return Array.from(word, letter => twin.get(letter) ?? letter).join('')
}

/** Persian puts its present tense before the verb, with a space, a joiner or nothing; here it is always joined on. */
const PERSIAN_PRESENT = new Set(['مي', 'نمي'])

/**
 * The same words however they were typed: small letters without accents, marks, emoji or punctuation, digits of every
 * script as 0–9, look-alike letters as one, letters typed three times or more as two, single spaces between words.
 * Total (any string, also broken UTF-16), and linear in its length.
 */
export function normalise(text: string): string {
  return words(text).join(' ')
}

/** Latin letters without accents, digits and plain punctuation, no letter three times: the most usual text by far. */
const PLAIN = /^(?:([a-z])(?!\1\1)|[\d \n.,;:!?()"/-])*$/
const BETWEEN_PLAIN_WORDS = /[^a-z\d]+/

/** The words of `normalise`. Empty when nothing is left. */
export function words(text: string): string[] {
  const small = text.toLowerCase()
  if (PLAIN.test(small)) return small.split(BETWEEN_PLAIN_WORDS).filter(word => word !== '')
  let plain = ''
  // The two latest letters, kept apart: reading the end of a string that is being built would copy it each time.
  let last = ''
  let before = ''
  for (const character of text.normalize('NFKD').toLowerCase()) {
    const next = foldOnce(character)
    if (next === '' || (next === last && next === before && isLetter(next))) continue
    plain += next
    before = next.length > 1 ? next.charAt(next.length - 2) : last
    last = next.charAt(next.length - 1)
  }
  const found = plain.split(' ').filter(word => word !== '')
  return joinPersian(found.map(oneScript))
}

function joinPersian(found: readonly string[]): string[] {
  const joined: string[] = []
  let prefix = ''
  for (const word of found) {
    if (PERSIAN_PRESENT.has(word) && prefix === '') prefix = word
    else {
      joined.push(prefix + word)
      prefix = ''
    }
  }
  if (prefix !== '') joined.push(prefix)
  return joined
}

/** Doubled letters as one as well ("slaaat", "slaat", "slat" are one): for comparing where recall counts most. */
export function squeeze(word: string): string {
  if (!hasDouble(word)) return word
  let result = ''
  for (const letter of word) if (letter !== result.at(-1) || !isLetter(letter)) result += letter
  return result
}

function hasDouble(word: string): boolean {
  for (let at = 1; at < word.length; at += 1) if (word.charCodeAt(at) === word.charCodeAt(at - 1)) return true
  return false
}
