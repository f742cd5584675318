interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Hands the items of one key over one batch at a time: while a batch is under way, all that comes waits and goes together in
 * the next, sorted by `order` and then by arrival (O1). Other keys are not held up. `handle` answers one result for each.
 */
export function createInOrder<Item, Result>(
  handle: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
  order: (a: Item, b: Item) => number,
): (key: string, item: Item) => Promise<Result> {
  const waiting = new Map<string, Waiting<Item, Result>[]>()

  async function run(key: string): Promise<void> {
    for (;;) {
      const batch = (waiting.get(key) ?? []).toSorted((a, b) => order(a.item, b.item))
      if (batch.length === 0) {
        waiting.delete(key)
        return
      }
      waiting.set(key, [])
      try {
        const results = await handle(
          key,
          batch.map(({ item }) => item),
        )
        batch.forEach(({ resolve, reject }, index) => {
          const result = results[index]
          if (result === undefined) reject(new Error('An item got no result: handle() must answer one for each'))
          else resolve(result)
        })
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const mine = waiting.get(key)
      if (mine) mine.push({ item, resolve, reject })
      else {
        waiting.set(key, [{ item, resolve, reject }])
        // What comes in the same breath goes together.
        queueMicrotask(() => void run(key))
      }
    })
}
