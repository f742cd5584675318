import type { Outbound } from '../../../services/conversations/outbound.js'

/** How long an answer that may not be stored waits for its client to fetch it, in milliseconds. In memory alone. */
const LIFE = 60_000
/** Waiting answers in all; beyond it the oldest are dropped. */
const MOST = 1_000

/** The answer to a wipe, or to danger while the store is down: nothing of it is kept, and yet it must reach the client. */
export interface PartingWords {
  put(conversation: string, messages: readonly Outbound[]): void
  /** Hands them out once. */
  take(conversation: string): readonly Outbound[]
}

export function createPartingWords(now: () => number): PartingWords {
  const waiting = new Map<string, { readonly messages: readonly Outbound[]; readonly until: number }>()
  return {
    put(conversation, messages) {
      waiting.delete(conversation)
      waiting.set(conversation, { messages, until: now() + LIFE })
      const [oldest] = waiting.keys()
      if (waiting.size > MOST && oldest !== undefined) waiting.delete(oldest)
    },
    take(conversation) {
      const found = waiting.get(conversation)
      waiting.delete(conversation)
      return found && found.until > now() ? found.messages : []
    },
  }
}
