import { newId } from './tokens.js'

/** How long a resident's own words wait for the next poll of her own client, in milliseconds. Never on disk (H3). */
const LIFE = 20_000
/** Waiting echoes in all; beyond it the oldest are dropped. */
const MOST = 1_000

interface Echo {
  readonly id: string
  readonly text: string
  readonly locale: string
  readonly at: number
}

/** A resident's words on their way back to her own screen, in memory for some seconds: clients show "sent" by them. */
export interface Echoes {
  add(conversation: string, text: string, locale: string): string
  /** Hands them out once. */
  take(conversation: string): readonly Echo[]
}

export function createEchoes(now: () => number): Echoes {
  const waiting = new Map<string, readonly Echo[]>()
  const drop = () => {
    for (const [conversation, echoes] of waiting) {
      const fresh = waiting.size <= MOST && (echoes.at(-1)?.at ?? 0) + LIFE > now()
      if (fresh) return
      waiting.delete(conversation)
    }
  }
  return {
    add(conversation, text, locale) {
      drop()
      const id = `${conversation}|r${newId()}`
      const before = waiting.get(conversation) ?? []
      waiting.delete(conversation)
      waiting.set(conversation, [...before, { id, text, locale, at: now() }])
      return id
    },
    take(conversation) {
      const echoes = waiting.get(conversation) ?? []
      waiting.delete(conversation)
      return echoes.filter(({ at }) => at + LIFE > now())
    },
  }
}
