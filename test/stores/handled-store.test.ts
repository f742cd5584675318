import { expect, test } from '@jest/globals'
import { REPEATS_FOR } from '../../services/conversations/handled.js'
import { describeStores } from './store-table.js'

describeStores('handled store', ({ fresh }) => {
  const create = async () => (await fresh()).handled

  test('an id is known for seven days from when its message came', async () => {
    const store = await create()
    await store.add([['m1', 1_000]])
    expect(await store.has('m1', 1_000)).toBe(true)
    expect(await store.has('m1', 1_000 + REPEATS_FOR - 1)).toBe(true)
    expect(await store.has('m1', 1_000 + REPEATS_FOR)).toBe(false)
    expect(await store.has('m2', 1_000)).toBe(false)
  })

  test('adding it again keeps the longer time', async () => {
    const store = await create()
    await store.add([['m1', 5_000]])
    await store.add([['m1', 1_000]])
    expect(await store.has('m1', 4_000 + REPEATS_FOR)).toBe(true)
  })

  test('adding none is no write, adding many is one', async () => {
    const store = await create()
    await store.add([])
    await store.add(Array.from({ length: 500 }, (_, index) => [`m${index}`, 0] as const))
    expect(await store.has('m499', 0)).toBe(true)
  })

  test('a sweep erases what can come again no more', async () => {
    const store = await create()
    await store.add([
      ['old', 0],
      ['new', 10],
    ])
    expect(await store.sweep(REPEATS_FOR)).toBe(1)
    expect(await store.has('new', REPEATS_FOR)).toBe(true)
  })
})
