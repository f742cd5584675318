/** Hands out the time, so that nothing else asks for it. Epoch milliseconds. */
export type Clock = () => number

/** The one place outside `bot/` that reads the machine's clock. */
export const systemClock: Clock = () => Date.now()
