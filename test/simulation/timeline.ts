interface Event {
  readonly at: number
  readonly order: number
  readonly run: () => unknown
}

/** The only time there is: what happens next is taken from a queue, and the clock jumps to it. */
export interface Timeline {
  readonly now: number
  /** Runs a task at this moment; what falls on the same moment runs in the order in which it was asked for. */
  at(moment: number, run: () => unknown): void
  /** Moment of the next task; infinite where there is none. */
  next(): number
  /** Runs the next task and all that follows from it without waiting. */
  step(): Promise<void>
}

export function createTimeline(start: number): Timeline {
  const queue: Event[] = []
  let now = start
  let asked = 0
  return {
    get now() {
      return now
    },
    at(moment, run) {
      asked += 1
      push(queue, { at: Math.max(moment, now), order: asked, run })
    },
    next: () => queue[0]?.at ?? Infinity,
    async step() {
      const event = pop(queue)
      if (!event) return
      now = event.at
      await event.run()
      // All that was resolved has run when the next round of the machine's own loop begins.
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

function push(heap: Event[], event: Event): void {
  let place = heap.length
  heap.push(event)
  while (place > 0) {
    const above = (place - 1) >> 1
    const parent = heap[above]
    if (!parent || before(parent, event)) break
    heap[place] = parent
    place = above
  }
  heap[place] = event
}

function pop(heap: Event[]): Event | undefined {
  const [top] = heap
  const last = heap.pop()
  if (!last || heap.length === 0) return top
  let place = 0
  for (;;) {
    const left = 2 * place + 1
    const [a, b] = [heap[left], heap[left + 1]]
    const child = a && b && before(b, a) ? left + 1 : left
    const under = heap[child]
    if (!under || before(last, under)) break
    heap[place] = under
    place = child
  }
  heap[place] = last
  return top
}
