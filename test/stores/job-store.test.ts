import { expect, test } from '@jest/globals'
import type { JobRun } from '../../services/jobs/job.js'
import { describeStores } from './store-table.js'

const run: JobRun = { at: 1_000, outcome: 'done', detail: 'erased 3', milliseconds: 12 }

describeStores('job store', ({ fresh }) => {
  const create = async () => (await fresh()).jobs

  test('one of two takers gets the lease', async () => {
    const store = await create()
    const taken = await Promise.all([store.take('expiry', 'a', 0, 100), store.take('expiry', 'b', 0, 100)])
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  test('a lease that ran out can be taken over, and the dead runner cannot finish it', async () => {
    const store = await create()
    await store.take('expiry', 'dead', 0, 100)
    expect(await store.take('expiry', 'alive', 99, 200)).toBe(false)
    expect(await store.take('expiry', 'alive', 100, 200)).toBe(true)
    await store.finish('expiry', 'dead', run)
    expect(await store.lastRun('expiry')).toBeNull()
    await store.finish('expiry', 'alive', run)
    expect(await store.lastRun('expiry')).toEqual(run)
  })

  test('finishing gives the lease back', async () => {
    const store = await create()
    await store.take('expiry', 'a', 0, 1_000)
    await store.finish('expiry', 'a', run)
    expect(await store.take('expiry', 'b', 1, 1_000)).toBe(true)
  })

  test('a job that never ran has no last run', async () => {
    expect(await (await create()).lastRun('expiry')).toBeNull()
  })
})
