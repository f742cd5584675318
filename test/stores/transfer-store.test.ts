import { expect, test } from '@jest/globals'
import { describeStores } from './store-table.js'

const MINUTE = 60_000

describeStores('transfer store', ({ fresh }) => {
  const create = async () => (await fresh()).transfers

  test('a code is taken once', async () => {
    const store = await create()
    await store.put('c:a', 'sealed', MINUTE)
    expect(await store.take('c:b', 0)).toBeNull()
    expect(await store.take('c:a', 0)).toBe('sealed')
    expect(await store.take('c:a', 0)).toBeNull()
  })

  test('of many who take it together one gets it', async () => {
    const store = await create()
    await store.put('c:a', 'sealed', MINUTE)
    const taken = await Promise.all(Array.from({ length: 20 }, () => store.take('c:a', 0)))
    expect(taken.filter(sealed => sealed !== null)).toEqual(['sealed'])
  })

  test('it works until it expires, and is swept then', async () => {
    const store = await create()
    await store.put('c:a', 'first', MINUTE)
    await store.put('c:b', 'second', MINUTE)
    await store.put('c:c', 'third', 2 * MINUTE)
    expect(await store.take('c:a', MINUTE - 1)).toBe('first')
    expect(await store.take('c:b', MINUTE)).toBeNull()
    await store.put('c:b', 'second', MINUTE)
    expect(await store.sweep(MINUTE)).toBe(1)
    expect(await store.take('c:c', MINUTE)).toBe('third')
  })

  test('another with the same hash replaces it', async () => {
    const store = await create()
    await store.put('c:a', 'first', MINUTE)
    await store.put('c:a', 'second', 2 * MINUTE)
    expect(await store.take('c:a', MINUTE)).toBe('second')
  })
})
