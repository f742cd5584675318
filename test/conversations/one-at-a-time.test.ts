import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createOneAtATime } from '../../services/conversations/one-at-a-time.js'

test('tasks of one key run in the order in which they came, one at a time, whatever they take', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key: fc.constantFrom('a', 'b'), ticks: fc.nat(4), fails: fc.boolean() })),
      async tasks => {
        const run = createOneAtATime()
        const done: number[] = []
        const active = new Set<string>()
        let overlapped = false
        await Promise.allSettled(
          tasks.map(({ key, ticks, fails }, index) =>
            run(key, async () => {
              if (active.has(key)) overlapped = true
              active.add(key)
              for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
              done.push(index)
              active.delete(key)
              if (fails) throw new Error('this one fails')
            }),
          ),
        )
        expect(overlapped).toBe(false)
        for (const key of ['a', 'b']) {
          const mine = done.filter(index => tasks[index]?.key === key)
          expect(mine).toEqual([...mine].sort((a, b) => a - b))
        }
        expect(done).toHaveLength(tasks.length)
      },
    ),
  )
})
