import type { Gazetteer } from '../../content/schema/area.js'
import type { NameMatch } from './name-index.js'
import type { NameToken } from './name-tokens.js'
import { amountWords, measureWords } from './ordinary-words.js'

const streetEndings = /(?:straat|weg|laan|dreef|plein|kade|gracht|singel|dijk|dyk|park|hof)$/

/**
 * The known postcodes in a text. Four digits that are part of an amount, a time, a date, a phone number, a longer number
 * or a house number are none. Letters behind the digits are left out of what is returned (H3).
 */
export function createFindPostcodes({
  postcodes,
}: Gazetteer): (tokens: readonly NameToken[], end: string) => NameMatch[] {
  const known = new Map(postcodes.map(postcode => [String(postcode.pc4), postcode]))
  return (tokens, end) =>
    tokens.flatMap(({ text }, at): NameMatch[] => {
      const postcode = known.get(text)
      if (postcode === undefined) return []
      const lettered = hasPostcodeLetters(tokens, at)
      if (!lettered && isSomethingElse(tokens, at, end)) return []
      const { pc4, area, position } = postcode
      return [
        {
          from: at,
          to: at + (lettered ? 2 : 1),
          edits: 0,
          targets: [{ place: { area, pc4, position }, locality: 'postcode' }],
        },
      ]
    })
}

/** `1068 AB`: two letters right behind, which are no word on their own that measures the number. */
function hasPostcodeLetters(tokens: readonly NameToken[], at: number): boolean {
  const next = tokens[at + 1]
  const isPair = next !== undefined && /^[a-z]{2}$/.test(next.text) && /^ ?$/.test(next.gap)
  return isPair && !measureWords.has(next.text) && !/[€$£.,:/+-]$/.test(tokens[at]?.gap ?? '')
}

function isSomethingElse(tokens: readonly NameToken[], at: number, end: string): boolean {
  const [before2, before, token, next] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]]
  const gapBefore = token?.gap ?? ''
  const gapAfter = next?.gap ?? end
  const touchesDigits = isNumber(before) && /^\W?\s?$/u.test(gapBefore) && !/^[,;/] /.test(gapBefore)
  const runsOn = isNumber(next) && /^\W?\s?$/u.test(gapAfter) && !/^[,;/] /.test(gapAfter)
  const isMoney = /[€$£+#]\s*$/.test(gapBefore) || /^\s*(?:[€$£%]|,-)/.test(gapAfter)
  const isMeasured = next !== undefined && /^[\s'’-]*$/.test(gapAfter) && measureWords.has(next.text)
  const isAmount = [before2, before].some(
    word => word !== undefined && (amountWords.has(word.text) || word.text === 'eur'),
  )
  const isHouse = before !== undefined && /^ *$/.test(gapBefore) && streetEndings.test(before.text)
  return touchesDigits || runsOn || isMoney || isMeasured || isAmount || isHouse
}

const isNumber = (token: NameToken | undefined) => token !== undefined && /^\d/.test(token.text)
