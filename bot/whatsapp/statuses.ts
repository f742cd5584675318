import type { Clock } from '../../services/clock.js'
import type { Counts } from '../../services/counting/counts.js'
import type { WhatsAppStatus } from '../channels/whatsapp/received.js'

/** Statuses only move forward: sent, delivered, read, played; failed stands alone (N4). */
const order = ['sent', 'delivered', 'read', 'played', 'failed'] as const
/** Messages whose furthest status is remembered, in memory; about 100 bytes each. Older ones may be counted again. */
const MOST = 20_000

export interface StatusesParts {
  readonly counts: Counts
  readonly clock: Clock
  /** Told of a message that the platform took and could not bring. */
  readonly failed: (codes: readonly number[]) => void
}

/** Counts what becomes of our messages, each step once. Nothing of them is stored. */
export function createStatuses({ counts, clock, failed }: StatusesParts): (status: WhatsAppStatus) => void {
  const furthest = new Map<string, number>()
  return ({ id, status, codes }) => {
    const reached = order.indexOf(status)
    const before = furthest.get(id) ?? -1
    if (reached <= before) return
    furthest.delete(id)
    furthest.set(id, reached)
    const [oldest] = furthest.keys()
    if (furthest.size > MOST && oldest !== undefined) furthest.delete(oldest)
    void counts.add({ type: 'message-status', status }, clock())
    if (status === 'failed') failed(codes)
  }
}
