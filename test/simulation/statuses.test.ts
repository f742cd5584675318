import { expect, test } from '@jest/globals'
import type { WhatsAppStatus } from '../../bot/channels/whatsapp/received.js'
import { createStatuses } from '../../bot/whatsapp/statuses.js'
import { column, openDatabase } from '../../services/storage/embedded/database.js'
import { createEmbeddedCounts } from '../../services/storage/embedded/embedded-counts.js'
import { MONDAY_MORNING } from '../app/test-app.js'
import { createChance } from './chance.js'

const LONG = process.env['SIMULATE'] === 'long'
const STATUSES = LONG ? 1_000_000 : 20_000
/** Each message has four; some come twice, and in any order. */
const MESSAGES = STATUSES / 5
/** What may be remembered of 20,000 messages, at about 100 bytes, and room for the machine's own. */
const MOST_BYTES = 10_000_000
const STEPS = ['sent', 'delivered', 'read', 'played', 'failed'] as const

test(`${STATUSES} statuses do not grow the store, and memory stays where it was`, async () => {
  const database = openDatabase(':memory:')
  const counts = createEmbeddedCounts(database)
  const chance = createChance(3)
  const note = createStatuses({ counts, clock: () => MONDAY_MORNING, failed: () => undefined })
  const pages = () => Number(column(database.prepare('pragma page_count').get(), 'page_count'))
  const play = (many: number): void => {
    for (let played = 0; played < many; played++) note(status())
  }
  const status = (): WhatsAppStatus => ({
    id: `wamid.${chance.below(MESSAGES)}`,
    status: chance.pick(STEPS),
    at: MONDAY_MORNING,
    to: {},
    codes: [],
  })
  play(STATUSES / 10)
  await counts.flush()
  const before = { pages: pages(), memory: inUse() }
  play(STATUSES)
  await counts.flush()
  const after = { pages: pages(), memory: inUse() }
  expect(Number(column(database.prepare('select count(*) as rows from count').get(), 'rows'))).toBe(STEPS.length)
  expect(after.pages).toBe(before.pages)
  if (globalThis.gc) expect(after.memory - before.memory).toBeLessThan(MOST_BYTES)
  if (LONG) {
    const grown = ((after.memory - before.memory) / 1e6).toFixed(1)
    process.stdout.write(`statuses: ${STATUSES}, pages ${before.pages} → ${after.pages}, memory ${grown} MB\n`)
  }
  database.close()
}, 600_000)

function inUse(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
