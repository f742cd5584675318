import { describe, expect, test } from '@jest/globals'
import type { Job, JobRun } from '../../services/jobs/job.js'
import { createJobs } from '../../services/jobs/jobs.js'
import { openDatabase } from '../../services/storage/embedded/database.js'
import { EmbeddedJobStore } from '../../services/storage/embedded/embedded-job-store.js'

const HOUR = 3_600_000

function setUp(run: Job['run']) {
  const store = new EmbeddedJobStore(openDatabase(':memory:'))
  const time = { now: 1_000 }
  const reports: [string, JobRun, unknown][] = []
  const job: Job = { name: 'expiry', cron: '17 * * * *', overdueAfter: HOUR, timeLimit: HOUR / 6, run }
  let ids = 0
  const create = () =>
    createJobs({
      jobs: [job],
      store,
      clock: () => time.now,
      newId: () => `run-${++ids}`,
      report: (...report) => void reports.push(report),
    })
  return { job, store, time, reports, create }
}

describe('jobs', () => {
  test('two processes at once give one effect', async () => {
    let effects = 0
    const { create, job } = setUp(async () => ({ erased: ++effects }))
    const outcomes = await Promise.all([create().runNow(job), create().runNow(job)])
    expect(effects).toBe(1)
    expect(outcomes.map(({ type }) => type).sort()).toEqual(['held', 'ran'])
  })

  test('a missed run is made up, a recent one is not repeated', async () => {
    let effects = 0
    const { create, time } = setUp(async () => ({ erased: ++effects }))
    await create().catchUp()
    await create().catchUp()
    expect(effects).toBe(1)
    time.now += HOUR + 1
    await create().catchUp()
    expect(effects).toBe(2)
  })

  test('a failing job is reported and written down, and the next run comes', async () => {
    let failing = true
    const { create, job, reports, time } = setUp(async () => {
      if (failing) throw new Error('no disk')
      return { erased: 0 }
    })
    const jobs = create()
    await jobs.runNow(job)
    expect(await jobs.lastRun('expiry')).toMatchObject({ outcome: 'failed' })
    expect(reports).toHaveLength(1)
    failing = false
    time.now += 1
    await jobs.runNow(job)
    expect(await jobs.lastRun('expiry')).toMatchObject({ outcome: 'done', detail: 'erased 0' })
  })

  test('a runner that died gives way after the time limit', async () => {
    let effects = 0
    const { create, job, store, time } = setUp(async () => ({ erased: ++effects }))
    await store.take('expiry', 'dead', time.now, time.now + job.timeLimit)
    expect(await create().runNow(job)).toEqual({ type: 'held' })
    time.now += job.timeLimit
    expect(await create().runNow(job)).toMatchObject({ type: 'ran' })
    expect(effects).toBe(1)
  })
})
