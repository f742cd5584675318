import { expect, test } from '@jest/globals'
import { DEAD_LETTER_LIFE } from '../../services/dead-letters/dead-letters.js'
import { describeStores } from './store-table.js'

const letter = { id: 'm:a', step: 'turn', error: 'TypeError', at: 1_000 } as const

describeStores('dead letter store', ({ fresh }) => {
  const create = async () => (await fresh()).deadLetters

  test('says how often a message has failed, and keeps how it last did', async () => {
    const store = await create()
    expect(await store.note(letter)).toBe(1)
    expect(await store.note({ ...letter, step: 'parse', error: 'RangeError', at: 2_000 })).toBe(2)
    expect(await store.latest(10)).toEqual([{ id: 'm:a', step: 'parse', error: 'RangeError', at: 2_000, times: 2 }])
  })

  test('ten failures at once are all counted', async () => {
    const store = await create()
    const times = await Promise.all(Array.from({ length: 10 }, () => store.note(letter)))
    expect(Math.max(...times)).toBe(10)
    expect(await store.latest(2)).toMatchObject([{ times: 10 }])
  })

  test('the latest come first, as many as asked', async () => {
    const store = await create()
    for (const [index, id] of ['m:a', 'm:b', 'm:c'].entries()) await store.note({ ...letter, id, at: index })
    expect((await store.latest(2)).map(({ id }) => id)).toEqual(['m:c', 'm:b'])
  })

  test('is swept after seven days', async () => {
    const store = await create()
    await store.note(letter)
    await store.note({ ...letter, id: 'm:b', at: 2_000 })
    expect(await store.sweep(letter.at + DEAD_LETTER_LIFE)).toBe(1)
    expect(await store.latest(10)).toHaveLength(1)
  })
})
