import { expect, test } from '@jest/globals'
import { newConversation } from '../../services/conversations/new-conversation.js'
import type { Stores } from '../../services/storage/stores.js'
import { describeOnMongo } from './mongo-database.js'
import { mongoRow } from './store-table.js'

const ROUNDS = 50
const AT_ONCE = 20
const everybody = Array.from({ length: AT_ONCE }, (_, index) => index)

describeOnMongo('several processes on one MongoDB', () => {
  const { fresh, another } = mongoRow()
  const processes = async (): Promise<readonly Stores[]> => [
    await fresh(),
    ...(await Promise.all(everybody.slice(1).map(another))),
  ]

  test(`${ROUNDS} rounds of ${AT_ONCE} turns from one version: one is committed, and its record stands`, async () => {
    const all = await processes()
    for (let version = 1; version <= ROUNDS; version++) {
      const turns = all.map((_, index) => ({
        ...newConversation('c:race', 'web', null),
        version,
        lastNumber: index,
        expiresAt: 1,
      }))
      const commits = await Promise.all(all.map(({ conversations }, index) => conversations.commit(turns[index]!)))
      const winners = everybody.filter(index => commits[index]?.type === 'committed')
      expect(winners).toHaveLength(1)
      expect(await all[0]!.conversations.find('c:race', 0)).toEqual(turns[winners[0]!])
    }
  }, 60_000)

  test(`${ROUNDS} rounds of ${AT_ONCE} runners: one gets the lease`, async () => {
    const all = await processes()
    for (let round = 0; round < ROUNDS; round++) {
      const took = await Promise.all(
        all.map(({ jobs }, index) => jobs.take('expiry', `h${index}`, round * 10, round * 10 + 10)),
      )
      expect(took.filter(Boolean)).toHaveLength(1)
    }
  }, 60_000)

  test('what others add at once of one new id is kept once, and all is counted', async () => {
    const all = await processes()
    await Promise.all(all.map(({ handled }, index) => handled.add([['m:new', index]])))
    const times = await Promise.all(
      all.map(({ deadLetters }) => deadLetters.note({ id: 'm:new', step: 'turn', error: 'Error', at: 1 })),
    )
    expect(Math.max(...times)).toBe(AT_ONCE)
    expect(await all[0]!.deadLetters.latest(2)).toMatchObject([{ times: AT_ONCE }])
    expect(await all[0]!.handled.sweep(Number.MAX_SAFE_INTEGER)).toBe(1)
  })

  test('a code is taken by one', async () => {
    const all = await processes()
    await all[0]!.transfers.put('c:code', 'sealed', 1)
    const taken = await Promise.all(all.map(({ transfers }) => transfers.take('c:code', 0)))
    expect(taken.filter(sealed => sealed !== null)).toEqual(['sealed'])
  })

  test('two that erase an expired record: it goes once', async () => {
    const all = await processes()
    await all[0]!.conversations.commit({ ...newConversation('c:old', 'web', null), version: 1, expiresAt: 1 })
    const erased = await Promise.all(all.map(({ conversations }) => conversations.eraseVersion('c:old', 1)))
    expect(erased.filter(Boolean)).toHaveLength(1)
  })
})
