/** What the sweep looks at is rounded up to this, in milliseconds, so that its index is not rewritten with every turn. */
const SWEEP_STEP = 3_600_000

/** When a record that expires then is swept: up to an hour later. Until then it is expired on reading alone. */
export const sweepAt = (expiresAt: number): number => Math.ceil(expiresAt / SWEEP_STEP) * SWEEP_STEP
