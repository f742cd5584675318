import type { Answered } from './conversation.js'

/** How long a message that comes again is known, in milliseconds: the platform repeats for seven days (O2). */
export const REPEATS_FOR = 7 * 24 * 3_600_000

/**
 * Ids of answered messages whose conversation is gone: expired, wiped, or moved to memory. An id is random or a keyed
 * hash; nothing says whose it was. Every store must pass `test/stores/handled-store.test.ts`.
 */
export interface HandledStore {
  /** Adds all or rejects. An id that is there already stays, for the longer time. */
  add(ids: readonly Answered[]): Promise<void>
  has(id: string, now: number): Promise<boolean>
  /** Erases what can come again no more; answers how many. */
  sweep(now: number): Promise<number>
}
