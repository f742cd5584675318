import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { Outbox, type Line } from '../../bot/web/client/outbox.js'
import type { Answer, Saying } from '../../bot/web/client/saying.js'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

const saying = (id: string): Saying => ({ id, text: id })
const answered: Answer = { type: 'answered', views: [] }

/** An outbox on a line that gives these answers, one a saying, and answers well after that. */
function outboxOn(answers: Answer[]) {
  const said: string[] = []
  const done: string[] = []
  const lines: Line[] = []
  const outbox = new Outbox({
    say: async ({ id }) => {
      said.push(id)
      return answers.shift() ?? answered
    },
    answered: async (_, { id }) => void done.push(id),
    show: line => void lines.push(line),
  })
  return { outbox, said, done, lines }
}

test('says one thing at a time, in order', async () => {
  const { outbox, done } = outboxOn([])
  for (const id of ['a', 'b', 'c']) outbox.add(saying(id))
  await jest.advanceTimersByTimeAsync(0)
  expect(done).toEqual(['a', 'b', 'c'])
})

test('without a line it keeps what was said and sends it by itself later, with the same id', async () => {
  const { outbox, said, done, lines } = outboxOn([{ type: 'offline' }, { type: 'offline' }])
  outbox.add(saying('a'))
  await jest.advanceTimersByTimeAsync(0)
  expect(lines).toContain('offline')
  expect(done).toEqual([])
  await jest.advanceTimersByTimeAsync(10_000)
  expect(said).toEqual(['a', 'a', 'a'])
  expect(done).toEqual(['a'])
  expect(lines.at(-1)).toBe('clear')
})

test('goes on at once when the line is back', async () => {
  const { outbox, done } = outboxOn([{ type: 'offline' }])
  outbox.add(saying('a'))
  await jest.advanceTimersByTimeAsync(0)
  await outbox.retry()
  expect(done).toEqual(['a'])
})

test('asks the resident after three attempts at a busy server, and then waits for her', async () => {
  const busy: Answer = { type: 'busy', after: 1000 }
  const { outbox, said, lines } = outboxOn([busy, busy, busy])
  outbox.add(saying('a'))
  await jest.advanceTimersByTimeAsync(60_000)
  expect(said).toHaveLength(3)
  expect(lines.at(-1)).toBe('failed')
  await outbox.retry()
  expect(said).toHaveLength(4)
})

test('waits as long as a busy server asks', async () => {
  const { outbox, said } = outboxOn([{ type: 'busy', after: 20_000 }])
  outbox.add(saying('a'))
  await jest.advanceTimersByTimeAsync(19_000)
  expect(said).toHaveLength(1)
  await jest.advanceTimersByTimeAsync(1_000)
  expect(said).toHaveLength(2)
})

test('what was thrown away is never sent', async () => {
  const { outbox, said } = outboxOn([{ type: 'offline' }])
  outbox.add(saying('a'))
  await jest.advanceTimersByTimeAsync(0)
  outbox.empty()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(said).toHaveLength(1)
})
