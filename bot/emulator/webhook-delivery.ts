import { setMaxListeners } from 'node:events'
import { Agent } from 'node:http'
import { setTimeout as later } from 'node:timers/promises'
import type { Clock } from '../../services/clock.js'
import { createWebhookPost } from './webhook-post.js'

/** Meta tries again for seven days, waiting longer each time; here it begins with one second and gives up after these. */
const ATTEMPTS = 20
const LONGEST_MS = 3_600_000
export const usualBackOff = (attempt: number): number | null =>
  attempt >= ATTEMPTS ? null : Math.min(1_000 * 2 ** attempt, LONGEST_MS)

/** One thing to tell: a change in Meta's words, and whom it is about. */
export interface WebhookEvent {
  readonly about: string
  readonly change: object
  /** Called when a call that held it was answered with 200. */
  readonly told?: () => void
}

export interface DeliveryParts {
  readonly secret: string
  readonly account: string
  readonly clock: Clock
  /** Null as long as nobody listens: the event is then tried again. */
  readonly url: () => URL | null
  /** Milliseconds before the next attempt, counted from 0, or null to give up. */
  readonly backOff: (attempt: number) => number | null
}

export interface WebhookCounts {
  /** Calls answered with 200. */
  readonly told: number
  /** Calls that were not, or that nobody was there to take. */
  readonly failed: number
  /** Events given up. */
  readonly lost: number
}

/** Calls until they are answered with 200. */
export interface WebhookDelivery {
  /** The first attempt waits for its turn in `line`; null goes past all others. Resolves when told or given up. */
  readonly call: (events: readonly WebhookEvent[], line: string | null) => Promise<void>
  /** The same once more, whatever comes of it. */
  readonly again: (events: readonly WebhookEvent[]) => Promise<void>
  /** Waits, but not longer than until the end. */
  readonly pass: (ms: number) => Promise<void>
  /** Counts this as under way for `settled`. */
  readonly track: (work: Promise<void>) => void
  /** For so long no call gets through; each is tried again as if it had failed. */
  pause(ms: number): void
  /** Resolves when every event was told or given up. */
  settled(): Promise<void>
  readonly counts: WebhookCounts
  close(): void
}

export function createWebhookDelivery({ secret, account, clock, url, backOff }: DeliveryParts): WebhookDelivery {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const post = createWebhookPost(secret, agent)
  const closing = new AbortController()
  // Each call that waits listens for the end, and there may be thousands
  setMaxListeners(0, closing.signal)
  const underWay = new Set<Promise<void>>()
  const lines = new Map<string, Promise<boolean>>()
  const counts = { told: 0, failed: 0, lost: 0 }
  let pausedUntil = 0

  const isOpen = () => !closing.signal.aborted

  const pass = async (ms: number) => {
    await later(ms, undefined, { signal: closing.signal }).catch(() => undefined)
  }

  async function attempt(events: readonly WebhookEvent[]): Promise<boolean> {
    const to = url()
    const arrived = to !== null && clock() >= pausedUntil && (await post(to, bodyOf(account, events))) === 200
    counts[arrived ? 'told' : 'failed'] += 1
    if (arrived) for (const { told } of events) told?.()
    return arrived
  }

  function firstAttempt(events: readonly WebhookEvent[], line: string | null): Promise<boolean> {
    if (line === null) return attempt(events)
    const first = (lines.get(line) ?? Promise.resolve()).then(() => attempt(events))
    lines.set(line, first)
    void first.then(() => lines.get(line) === first && lines.delete(line))
    return first
  }

  return {
    counts,
    pass,
    async call(events, line) {
      let arrived = await firstAttempt(events, line)
      for (let tried = 0; !arrived && isOpen(); tried += 1) {
        const ms = backOff(tried)
        if (ms === null) break
        await pass(ms)
        arrived = isOpen() && (await attempt(events))
      }
      if (!arrived) counts.lost += events.length
    },
    again: async events => void (await attempt(events)),
    track(work) {
      underWay.add(work)
      void work.finally(() => underWay.delete(work))
    },
    pause: ms => void (pausedUntil = clock() + ms),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    close() {
      closing.abort()
      agent.destroy()
    },
  }
}

const bodyOf = (account: string, events: readonly WebhookEvent[]): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: account, changes: events.map(({ change }) => ({ field: 'messages', value: change })) }],
  })
