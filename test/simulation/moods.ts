/** How often the platform misbehaves, each as a share of 1. */
export interface Moods {
  /** Refuses a message for a while, with one of its codes. */
  readonly refuses: number
  /** Takes a message, and its answer is lost. */
  readonly unheard: number
  /** Cannot be reached. */
  readonly unreached: number
  /** Says that it will never arrive. */
  readonly hopeless: number
  /** Does not see our acknowledgement. */
  readonly missesAck: number
  /** Brings a message that was acknowledged once more. */
  readonly repeats: number
  /** Milliseconds that a message may be on its way to us. */
  readonly slow: number
}

export const calm: Moods = {
  refuses: 0,
  unheard: 0,
  unreached: 0,
  hopeless: 0,
  missesAck: 0,
  repeats: 0,
  slow: 0,
}
