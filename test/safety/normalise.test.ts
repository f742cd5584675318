import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { normalise, squeeze, words } from '../../services/safety/normalise.js'

const cases = [
  { name: 'capitals and accents', text: 'IK BÉN Zó MOE!', plain: 'ik ben zo moe' },
  { name: 'both Turkish i', text: 'İSTANBUL ISPARTA ılık', plain: 'istanbul isparta ilik' },
  { name: 'apostrophes of every shape', text: "I can't, j’ai, з'їсти", plain: 'i cant jai зісти' },
  { name: 'emoji and keycaps', text: 'help😭me 1️⃣', plain: 'help me 1' },
  { name: 'letters held down', text: 'neeeee heeelp', plain: 'nee heelp' },
  { name: 'digits are never shortened', text: '1000 0800', plain: '1000 0800' },
  { name: 'Arabic hamza, tatweel, vowels, ta marbuta', text: 'أنـــا خائِفَة إلى', plain: 'انا خايفه الي' },
  { name: 'Persian letters and joiner', text: 'می‌خواهم', plain: 'ميخواهم' },
  { name: 'Persian present with a space', text: 'من می خواهم بمیرم', plain: 'من ميخواهم بميرم' },
  { name: 'digits of other scripts', text: '١٥ ۱۵ १५ ፩', plain: '15 15 15 1' },
  { name: 'look-alikes inside a Latin word', text: 'dооd', plain: 'dood' },
  { name: 'look-alikes inside a Cyrillic word', text: 'пoмoщ', plain: 'помощ' },
  { name: 'two scripts of Tigrinya spelling', text: 'ፀሎት ሠላም', plain: 'ጸሎት ሰላም' },
  { name: 'direction marks and zero width', text: '\u200fhe\u200blp\u202e', plain: 'help' },
  { name: 'only signs', text: '!?… 🤷‍♀️', plain: '' },
]

describe('normalise', () => {
  test.each(cases)('$name', ({ text, plain }) => {
    expect(normalise(text)).toBe(plain)
  })

  test('is total and gives the same again when repeated', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const once = normalise(text)
        expect(normalise(once)).toBe(once)
        expect(words(text).every(word => word !== '' && !word.includes(' '))).toBe(true)
      }),
    )
  })

  test('squeeze makes doubled letters one and leaves digits', () => {
    expect(squeeze('slaaat')).toBe('slat')
    expect(squeeze('1000')).toBe('1000')
  })
})
