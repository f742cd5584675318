/** The test of a citizen service number (BSN): nine digits, weights 9 to 2 and −1, sum divisible by 11, not all zero. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place), 0)
  return sum % 11 === 0
}

/** Luhn's test of payment cards (ISO/IEC 7812), 13 to 19 digits. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits) || /^0+$/.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, digit, place) => total + luhnValue(Number(digit), place), 0)
  return sum % 10 === 0
}

const luhnValue = (digit: number, place: number): number =>
  place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2

/** The remainder test of an IBAN (ISO 13616): letters and digits without blanks, capitals. */
export function passesMod97(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  const moved = iban.slice(4) + iban.slice(0, 4)
  return [...moved].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0) === 1
}
