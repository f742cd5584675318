import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createKeyedHash, SHORTEST_SECRET } from '../../services/privacy/keyed-hash.js'

const old = { id: '2025', secret: 'o'.repeat(SHORTEST_SECRET) }
const now = { id: '2026', secret: 'n'.repeat(SHORTEST_SECRET) }

describe('a keyed hash', () => {
  test('names its key and is SHA-256 in hex', () => {
    expect(createKeyedHash({ current: now }).hash('whatsapp:NL.1349')).toMatch(/^2026:[0-9a-f]{64}$/)
  })

  test('is the same for the same value, and another for another value or another secret', () => {
    const hash = createKeyedHash({ current: now })
    expect(hash.hash('a')).toBe(hash.hash('a'))
    expect(hash.hash('a')).not.toBe(hash.hash('b'))
    expect(createKeyedHash({ current: { ...now, secret: old.secret } }).hash('a')).not.toBe(hash.hash('a'))
  })

  test('never holds the value', () => {
    const hash = createKeyedHash({ current: now })
    fc.assert(
      fc.property(fc.stringMatching(/^[+0-9A-Z.]{7,30}$/), value => {
        expect(hash.hash(value)).not.toContain(value)
      }),
    )
  })

  test('after rotation what the old key stored is still found, and new values go under the new key', () => {
    const before = createKeyedHash({ current: old }).hash('person')
    const after = createKeyedHash({ current: now, previous: old })
    expect(after.candidates('person')).toEqual([after.hash('person'), before])
    expect(after.hash('person').startsWith('2026:')).toBe(true)
  })

  test('without a previous key there is one candidate', () => {
    const hash = createKeyedHash({ current: now })
    expect(hash.candidates('person')).toEqual([hash.hash('person')])
  })

  test.each([
    { name: 'a short secret', keys: { current: { id: 'a', secret: 'short' } } },
    { name: 'an id that would break the stored form', keys: { current: { ...now, id: 'a:b' } } },
    { name: 'two keys of one id', keys: { current: now, previous: { ...old, id: now.id } } },
    { name: 'a short previous secret', keys: { current: now, previous: { id: 'b', secret: '' } } },
  ])('refuses $name without showing a secret', ({ keys }) => {
    expect(() => createKeyedHash(keys)).toThrow(/hash key/)
    expect(() => createKeyedHash(keys)).not.toThrow(now.secret)
  })
})
