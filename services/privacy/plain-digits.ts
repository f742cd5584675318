const ZERO = 0x30
const BLANKS = /[\p{Zs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * The same text with digits of every script as 0–9 and every kind of blank or direction mark as a space, so that one set of
 * patterns reads it. As long as the text, except where digits stand outside the Basic Multilingual Plane.
 */
export const plainDigits = (text: string): string => text.replace(/\p{Nd}/gu, asDigit).replace(BLANKS, ' ')

/** Digits of Unicode stand in tens (UAX #44), so the value is the distance to the zero of the ten. */
function asDigit(sign: string): string {
  const point = sign.codePointAt(0) ?? ZERO
  if (point >= ZERO && point <= ZERO + 9) return sign
  let first = point
  while (point - first < 9 && isDigit(first - 1)) first--
  return String((point - first) % 10)
}

const isDigit = (point: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(point))
