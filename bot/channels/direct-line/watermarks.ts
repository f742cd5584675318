/** Watermarks remembered at once; about 100 bytes each. */
const MOST = 10_000

/** How far each client has read. It is worth no write of its own: it waits for the next turn, and may be lost. */
export interface Watermarks {
  confirm(conversation: string, number: number): void
  /** Hands it out once; undefined when none waits. */
  take(conversation: string): number | undefined
}

export function createWatermarks(): Watermarks {
  const waiting = new Map<string, number>()
  return {
    confirm(conversation, number) {
      waiting.delete(conversation)
      waiting.set(conversation, number)
      const [oldest] = waiting.keys()
      if (waiting.size > MOST && oldest !== undefined) waiting.delete(oldest)
    },
    take(conversation) {
      const number = waiting.get(conversation)
      waiting.delete(conversation)
      return number
    },
  }
}
