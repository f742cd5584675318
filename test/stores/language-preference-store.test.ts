import { expect, test } from '@jest/globals'
import { describeStores } from './store-table.js'

const MONTH = 30 * 86_400_000

describeStores('language preference store', ({ fresh }) => {
  const create = async () => (await fresh()).preferences

  test('is found until it expires', async () => {
    const store = await create()
    await store.save('c:a', 'ti', MONTH)
    expect(await store.find('c:a', MONTH - 1)).toBe('ti')
    expect(await store.find('c:a', MONTH)).toBeNull()
  })

  test('another choice replaces it, and a later save of the same one lengthens its life', async () => {
    const store = await create()
    await store.save('c:a', 'ti', MONTH)
    await store.save('c:a', 'en', MONTH)
    expect(await store.find('c:a', 0)).toBe('en')
    await store.save('c:a', 'en', 2 * MONTH)
    expect(await store.find('c:a', MONTH + 1)).toBe('en')
  })

  test('is erased, and swept when it has expired', async () => {
    const store = await create()
    await store.save('c:a', 'ti', MONTH)
    await store.save('c:b', 'ti', 2 * MONTH)
    expect(await store.sweep(MONTH)).toBe(1)
    expect(await store.erase('c:b')).toBe(true)
    expect(await store.erase('c:b')).toBe(false)
  })
})
