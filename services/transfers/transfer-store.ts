/**
 * Codes by which a conversation can go on elsewhere: the hash of a code and, sealed, where the conversation stands. Nothing
 * of the conversation itself is in it. Every store must pass `test/stores/transfer-store.test.ts`.
 */
export interface TransferStore {
  /** Keeps one code. One with the same hash is replaced. */
  put(code: string, sealed: string, expiresAt: number): Promise<void>
  /** Gives what was kept and forgets it in the same step: of two takers one gets it. Null when there is none, or no more at `now`. */
  take(code: string, now: number): Promise<string | null>
  /** Erases what has expired; answers how many. */
  sweep(now: number): Promise<number>
}
