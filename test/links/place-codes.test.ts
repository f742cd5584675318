import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asWritten, codeLetters } from '../../services/links/code-letters.js'
import { createPlaceCodes, findPlaceCode, placeCode } from '../../services/links/place-codes.js'
import { createSnapshot } from '../../content/snapshot.js'
import { contentOf } from '../app/test-app.js'

const content = contentOf()
const snapshot = createSnapshot(content.pack)
const placeOf = createPlaceCodes(snapshot)
const codeIn = (record: string) => findPlaceCode(placeCode(record, 'nl'))?.code ?? ''

describe('the code of a place', () => {
  test('every place of the pack has one of its own, in every language', () => {
    for (const record of snapshot.records.keys()) expect(placeOf(codeIn(record))).toBe(record)
    expect(findPlaceCode(placeCode('buurtkamer-de-brug', 'ti'))?.language).toBe('ti')
  })

  test('it tells neither the place nor its topic, and is the same tomorrow', () => {
    expect(placeCode('schuldenspreekuur-de-lade-centrum', 'nl')).toMatch(/^vd-nl-[0-9a-hjkmnp-tv-z]{8}$/)
    expect(placeCode('buurtkamer-de-brug', 'tr')).toBe(placeCode('buurtkamer-de-brug', 'nl').replace('-nl-', '-tr-'))
  })

  test.each([
    ['in capitals', (code: string) => code.toUpperCase()],
    ['with an o for a zero and an l for a one', (code: string) => code.replaceAll('0', 'o').replaceAll('1', 'l')],
    ['between brackets and words', (code: string) => `Hallo, ik sta hier (${code}), dag`],
    ['beside Arabic', (code: string) => `مرحبا! ${code}`],
  ])('it is read %s', (_name, written) => {
    for (const record of [...snapshot.records.keys()].slice(0, 40)) {
      const found = findPlaceCode(written(placeCode(record, 'nl')))
      expect(placeOf(found?.code ?? '')).toBe(record)
    }
  })

  test('what was written beside it is kept whole', () => {
    expect(findPlaceCode('Hallo, ik heb schulden (vd-nl-2222abcd)')?.rest).toBe('Hallo, ik heb schulden ( )')
  })

  test.each(['vd', 'vd-nl', 'vd-nl-brief', 'avd-nl-22222222', 'vd-nl-222222223', '06-12345678', 'ik woon in 1013 AB'])(
    '%s is no code',
    text => {
      expect(findPlaceCode(text)).toBeNull()
    },
  )

  test('nothing that anybody writes by chance is a code of ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const found = findPlaceCode(text)
        expect(found === null || placeOf(found.code) === null).toBe(true)
      }),
    )
  })

  test('of two places with one code it is neither', () => {
    const [one] = snapshot.records
    if (!one) throw new Error('The pack has no record')
    expect(placeOf('00000000')).toBeNull()
    expect(createPlaceCodes({ records: new Map([one]) })(codeIn(one[0]))).toBe(one[0])
  })
})

test('letters are unmistakable, and read back as they were meant', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), bytes => {
      const code = codeLetters(bytes, 6)
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{6}$/)
      expect(asWritten(code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I'))).toBe(code)
    }),
  )
  expect(() => codeLetters(new Uint8Array(5), 6)).toThrow('6')
})
