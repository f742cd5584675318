/** Crockford's base 32: digits and letters without i, l, o and u, which hands and eyes mistake for others. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** So many letters, one out of each byte; equal bytes give equal letters. Throws when there are too few bytes. */
export function codeLetters(bytes: Uint8Array, length: number): string {
  if (bytes.length < length) throw new Error(`A code of ${length} letters needs as many bytes`)
  return [...bytes.subarray(0, length)].map(byte => LETTERS[byte % LETTERS.length]).join('')
}

/** A code as it was meant: small letters, with o for 0, and i or l for 1, as Crockford reads them. */
export const asWritten = (code: string): string => code.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1')
