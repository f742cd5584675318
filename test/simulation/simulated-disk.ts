import type { Commit, Conversation } from '../../services/conversations/conversation.js'
import { REPEATS_FOR } from '../../services/conversations/handled.js'
import { expiredOf } from '../../services/conversations/new-conversation.js'
import { parseConversation, writeConversation } from '../../services/conversations/conversation-body.js'
import { DEAD_LETTER_LIFE, type DeadLetter } from '../../services/dead-letters/dead-letters.js'
import type { Disk, Ports } from './disk.js'

/**
 * A store as several processes share it (as with MongoDB): each call is one step that has happened or has not, records are
 * kept as text, and nothing is remembered between a process and the disk. Passes the stores' contract tests.
 */
export function createSimulatedDisk(): Disk {
  const bodies = new Map<string, string>()
  /** Each text as it is read, once. */
  const parsed = new Map<string, Conversation | null>()
  const preferences = new Map<string, { readonly language: string; readonly expiresAt: number }>()
  const handled = new Map<string, number>()
  const letters = new Map<string, DeadLetter>()
  const read = (key: string): Conversation | null => {
    const body = bodies.get(key)
    if (body === undefined) return null
    const known = parsed.get(key) ?? parseConversation(body)
    parsed.set(key, known)
    return known
  }
  const records = (): readonly Conversation[] => [...bodies.keys()].flatMap(key => read(key) ?? [])
  const ports: Ports = {
    conversations: {
      async find(key, now) {
        const found = read(key)
        return found && found.expiresAt <= now ? expiredOf(found) : found
      },
      async commit(conversation): Promise<Commit> {
        const { key, version } = conversation
        if ((read(key)?.version ?? 0) !== version - 1) return { type: 'stale' }
        parsed.delete(key)
        bodies.set(key, writeConversation(conversation))
        return { type: 'committed' }
      },
      erase: async key => bodies.delete(key),
      expired: async (now, most) =>
        records()
          .filter(({ expiresAt }) => expiresAt <= now)
          .slice(0, most),
      eraseVersion: async (key, version) => read(key)?.version === version && bodies.delete(key),
      due: async (now, most) =>
        records()
          .filter(({ sending }) => sending !== null && sending.dueAt <= now)
          .toSorted((a, b) => (a.sending?.dueAt ?? 0) - (b.sending?.dueAt ?? 0))
          .slice(0, most)
          .map(({ key }) => key),
    },
    handled: {
      async add(ids) {
        for (const [id, at] of ids) handled.set(id, Math.max(handled.get(id) ?? 0, at + REPEATS_FOR))
      },
      has: async (id, now) => (handled.get(id) ?? 0) > now,
      sweep: async now => sweep(handled, until => until <= now),
    },
    preferences: {
      async find(key, now) {
        const found = preferences.get(key)
        return found && found.expiresAt > now ? found.language : null
      },
      async save(key, language, expiresAt) {
        preferences.set(key, { language, expiresAt })
      },
      erase: async key => preferences.delete(key),
      sweep: async now => sweep(preferences, ({ expiresAt }) => expiresAt <= now),
    },
    letters: {
      async note(letter) {
        const times = (letters.get(letter.id)?.times ?? 0) + 1
        letters.set(letter.id, { ...letter, times })
        return times
      },
      latest: async most => [...letters.values()].toSorted((a, b) => b.at - a.at).slice(0, most),
      sweep: async now => sweep(letters, ({ at }) => at <= now - DEAD_LETTER_LIFE),
    },
  }
  return {
    open: () => ports,
    record: read,
    waits: () => records().some(({ sending }) => sending !== null),
    failures: id => letters.get(id)?.times ?? 0,
    hasLanguage: key => preferences.has(key),
    close: () => undefined,
  }
}

function sweep<Value>(entries: Map<string, Value>, isOver: (value: Value) => boolean): number {
  const over = [...entries].filter(([, value]) => isOver(value))
  for (const [key] of over) entries.delete(key)
  return over.length
}
