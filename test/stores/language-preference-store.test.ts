import { describe, expect, test } from '@jest/globals'
import type { LanguagePreferenceStore } from '../../services/conversations/language-preference.js'
import { openDatabase } from '../../services/storage/embedded/database.js'
import { EmbeddedLanguagePreferenceStore } from '../../services/storage/embedded/embedded-language-preference-store.js'

const stores: Record<string, () => LanguagePreferenceStore> = {
  embedded: () => new EmbeddedLanguagePreferenceStore(openDatabase(':memory:')),
}
const MONTH = 30 * 86_400_000

describe.each(Object.entries(stores))('language preference store: %s', (_name, create) => {
  test('is found until it expires', async () => {
    const store = create()
    await store.save('c:a', 'ti', MONTH)
    expect(await store.find('c:a', MONTH - 1)).toBe('ti')
    expect(await store.find('c:a', MONTH)).toBeNull()
  })

  test('another choice replaces it, and a later save of the same one lengthens its life', async () => {
    const store = create()
    await store.save('c:a', 'ti', MONTH)
    await store.save('c:a', 'en', MONTH)
    expect(await store.find('c:a', 0)).toBe('en')
    await store.save('c:a', 'en', 2 * MONTH)
    expect(await store.find('c:a', MONTH + 1)).toBe('en')
  })

  test('is erased, and swept when it has expired', async () => {
    const store = create()
    await store.save('c:a', 'ti', MONTH)
    await store.save('c:b', 'ti', 2 * MONTH)
    expect(await store.sweep(MONTH)).toBe(1)
    expect(await store.erase('c:b')).toBe(true)
    expect(await store.erase('c:b')).toBe(false)
  })
})
