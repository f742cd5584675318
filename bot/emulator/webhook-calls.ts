import type { WebhookDelivery, WebhookEvent } from './webhook-delivery.js'

/** How badly the calls are treated on their way; all shares from 0 to 1, all times in milliseconds. */
export interface Disturbance {
  /** This share is sent a second time, even when it arrived. */
  readonly twice?: number
  /** This share is held back for up to `byMs`, while others go past it. */
  readonly shuffled?: number
  readonly byMs?: number
  /** Up to so many events travel in one call, when they come within `batchMs`. */
  readonly batch?: number
  readonly batchMs?: number
}

/** Longest that a call is held back or gathered, in milliseconds, unless told otherwise. */
const USUAL_BY_MS = 100
const USUAL_BATCH_MS = 10

export interface WebhookCalls {
  tell(event: WebhookEvent): void
  /** From now on; an empty one is the end of it. */
  disturb(disturbance: Disturbance): void
}

/**
 * Tells the webhook what happened. Undisturbed, the first attempts about one person go one after the other; what failed is
 * tried again later, and others may then have gone past it.
 */
export function createWebhookCalls(delivery: WebhookDelivery, chance: () => number): WebhookCalls {
  const { call, again, pass, track } = delivery
  let disturbance: Disturbance = {}
  let gathered: WebhookEvent[] = []

  const isLikely = (share = 0) => share > 0 && chance() < share

  async function callOrTwice(events: readonly WebhookEvent[], line: string | null): Promise<void> {
    const { twice, byMs = USUAL_BY_MS } = disturbance
    await call(events, line)
    if (!isLikely(twice)) return
    await pass(chance() * byMs)
    await again(events)
  }

  async function flush(): Promise<void> {
    const events = gathered
    gathered = []
    if (events.length > 0) await callOrTwice(events, 'batches')
  }

  async function gather(event: WebhookEvent, { batch = 1, batchMs = USUAL_BATCH_MS }: Disturbance): Promise<void> {
    gathered.push(event)
    if (gathered.length < batch) await pass(batchMs)
    await flush()
  }

  async function shuffle(event: WebhookEvent, { byMs = USUAL_BY_MS }: Disturbance): Promise<void> {
    await pass(chance() * byMs)
    await callOrTwice([event], null)
  }

  return {
    tell(event) {
      if (isLikely(disturbance.shuffled)) track(shuffle(event, disturbance))
      else if ((disturbance.batch ?? 1) > 1) track(gather(event, disturbance))
      else track(callOrTwice([event], event.about))
    },
    disturb: next => void (disturbance = next),
  }
}
