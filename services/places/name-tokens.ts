/** One run of letters or of digits, spelled in the plainest way, and what stood between it and the run before. */
export interface NameToken {
  readonly text: string
  /** `text` with doubled letters made single. */
  readonly single: string
  /** The untouched characters before it: a space, a comma, nothing. */
  readonly gap: string
}

/**
 * Cuts a text into runs whose spelling no longer depends on case, accents, script of digits, Arabic or Persian
 * keyboard, or Dutch `ij` against `y`. Names and messages go through it alike, so they can be compared as they are.
 */
export function nameTokens(text: string): readonly NameToken[] {
  const plain = plainLetters(text)
  const tokens: NameToken[] = []
  let end = 0
  for (const found of plain.matchAll(/\d+|\p{L}+/gu)) {
    const spelled = spellOut(found[0])
    tokens.push({ text: spelled, single: spelled.replaceAll(/(\p{L})\1+/gu, '$1'), gap: plain.slice(end, found.index) })
    end = found.index + found[0].length
  }
  return tokens
}

/** Letters that decomposing leaves as they are, with the letter that a neighbour types instead. */
const twins = new Map(
  Object.entries({ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ٱ: 'ا' }),
)

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640\u200b-\u200f]/gu, '') // accents, the Arabic stretch, and joiners nobody sees
    .toLowerCase()
    .replaceAll(/[ıłøđßæœىیکةٱ]/gu, letter => twins.get(letter) ?? letter)
    .replaceAll(/\p{Nd}/gu, asciiDigit)
}

/** Every script has its ten digits in a row from a code point ending in 0 or 6, so counting back finds the zero. */
function asciiDigit(digit: string): string {
  if (digit <= '9') return digit
  let value = 0
  for (let code = digit.codePointAt(0) ?? 0; value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1)); code -= 1)
    value += 1
  return String(value)
}

/** `str.` is how addresses shorten `straat`; `ij` and `y` are one letter to most who write by ear. */
function spellOut(token: string): string {
  const whole = token === 'str' || (token.length > 6 && token.endsWith('str')) ? `${token}aat` : token
  return whole.replaceAll('ij', 'y')
}
