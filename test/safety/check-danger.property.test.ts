import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { safetyCategories } from '../../content/vocabulary.js'
import { check, dangerSentences, hear, languages, ordinarySentences } from './danger-sets.js'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(fc.constantFrom(...languages.flatMap(ordinarySentences)), { maxLength: 5 }).map(parts => parts.join(' ')),
)
const danger = fc.constantFrom(
  ...languages.flatMap(code => safetyCategories.flatMap(category => dangerSentences(code)[category])),
)

/** Twice the text may cost this much more: twice, and something for phrases that reach over the seam. */
const TWICE_AT_MOST = 2.5
/** Steps a character at most, for any text: the most common words stand in some hundreds of phrases. */
const STEPS_A_CHARACTER = 1_000

describe('the danger check', () => {
  test('answers for any string, the same each time', () => {
    fc.assert(
      fc.property(anyText, text => {
        const heard = check(text)
        expect(['danger', 'ask-gently', 'none']).toContain(heard.type)
        expect(check(text)).toEqual(heard)
      }),
    )
  })

  test('one text leaves nothing behind that changes the answer to the next', () => {
    fc.assert(
      fc.property(danger, anyText, (first, second) => {
        const alone = check(second)
        check(first)
        expect(check(second)).toEqual(alone)
      }),
    )
  })

  test('hears danger also behind a greeting and before a thank you', () => {
    fc.assert(
      fc.property(
        danger,
        fc.constantFrom('Hallo. ', 'مرحبا ', 'Dzień dobry, '),
        fc.constantFrom(' 🙏', ' ...'),
        (text, before, after) => {
          expect(check(before + text + after).type).toBe('danger')
        },
      ),
    )
  })

  test.each([
    'me',
    'ik wil niet ',
    'ikwilnietmeerleven',
    'a',
    'не ',
    'mijn man slaat mij ',
    '15 ',
    'mes'.repeat(8),
    'ابي يضربني ',
    '😭',
    'aab',
    '\u200f',
  ])('costs twice as much for twice the text: %j', part => {
    const once = part.repeat(Math.floor(1_200 / part.length))
    const { steps } = hear(once)
    expect(hear(once + once).steps).toBeLessThanOrEqual(steps * TWICE_AT_MOST + STEPS_A_CHARACTER)
    expect(steps).toBeLessThanOrEqual(once.length * STEPS_A_CHARACTER)
  })
})
