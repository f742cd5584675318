import { expect, test } from '@jest/globals'
import type { CountedEvent } from '../../services/counting/counts.js'
import { describeStores } from './store-table.js'

/** Wednesday 25 November 2026, noon. */
const WEDNESDAY = Date.UTC(2026, 10, 25, 12)
const DAY = 86_400_000
const opened = (channel: string): CountedEvent => ({ type: 'opened', channel })

describeStores('counts', ({ fresh, another, totals }) => {
  test('are added up by event, dimension and day, and written at the end at the latest', async () => {
    const stores = await fresh()
    for (let times = 0; times < 3; times++) await stores.counts.add(opened('web'), WEDNESDAY)
    await stores.counts.add(opened('whatsapp'), WEDNESDAY)
    await stores.counts.add(opened('web'), WEDNESDAY + DAY)
    await stores.close()
    const rows = await totals()
    expect(rows.toSorted((a, b) => b.total - a.total)[0]).toEqual({
      day: '2026-11-25',
      event: 'opened',
      dimension: 'web',
      total: 3,
    })
    expect(rows.map(({ total }) => total).toSorted()).toEqual([1, 1, 3])
  })

  test('go on where an earlier process left off, and several processes add to the same total', async () => {
    const first = await fresh()
    await first.counts.add(opened('web'), WEDNESDAY)
    await first.close()
    const several = await Promise.all([another(), another(), another()])
    await Promise.all(several.map(({ counts }) => counts.add(opened('web'), WEDNESDAY)))
    await Promise.all(several.map(stores => stores.close()))
    expect(await totals()).toMatchObject([{ total: 4 }])
  })

  test('a safety signal is counted by week, with nothing beside its kind', async () => {
    const stores = await fresh()
    await stores.counts.add({ type: 'safety', category: 'suicide' }, WEDNESDAY)
    await stores.counts.add({ type: 'safety', category: 'suicide' }, WEDNESDAY + 2 * DAY)
    await stores.close()
    expect(await totals()).toEqual([{ day: '2026-11-23', event: 'safety', dimension: 'suicide', total: 2 }])
  })

  test('nothing counted is nothing written', async () => {
    await (await fresh()).close()
    expect(await totals()).toEqual([])
  })
})
