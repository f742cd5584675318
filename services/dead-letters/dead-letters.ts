/** Where a message was lost to an error of ours: never what it said or whose it was (O5). */
export interface DeadLetter {
  /** Keyed hash of the platform's id. */
  readonly id: string
  readonly step: 'turn' | 'parse'
  /** Name of the error, or why it could not be read. */
  readonly error: string
  readonly at: number
  /** How often it has failed. */
  readonly times: number
}

/** How long a dead letter is kept, in milliseconds: as long as the platform repeats the message (O5). */
export const DEAD_LETTER_LIFE = 7 * 24 * 3_600_000

/** Every store must pass `test/stores/dead-letter-store.test.ts`. */
export interface DeadLetterStore {
  /** Writes it, or counts it once more; answers how often it has failed by now. */
  note(letter: Omit<DeadLetter, 'times'>): Promise<number>
  /** The latest, newest first. */
  latest(most: number): Promise<readonly DeadLetter[]>
  sweep(now: number): Promise<number>
}
