import type { Clock } from '../clock.js'
import { CONVERSATION_FORMAT, type Commit, type Conversation, type ConversationStore } from './conversation.js'
import type { LanguagePreferenceStore } from './language-preference.js'

const HOUR = 3_600_000
/** Idle life of a conversation (H3; "Numbers in one place"). */
export const IDLE_LIFE = 24 * HOUR
/** Life in memory for a stated minor and after a safety signal (H4). */
export const MEMORY_LIFE = HOUR / 2
/** How long a chosen language is remembered (H3). */
export const LANGUAGE_LIFE = 30 * 24 * HOUR

/** What a wipe found and erased; in words it is said back to the resident (H5). */
export interface Wiped {
  readonly language: boolean
  readonly choices: boolean
  readonly area: boolean
}

export interface Loaded {
  readonly conversation: Conversation
  /** Nothing of it may be written to disk (H4). */
  readonly memoryOnly: boolean
}

/** Use cases around what is kept of a conversation. All expiry is checked on reading; the job only cleans up. */
export interface Conversations {
  /** The conversation as it stands, or a new one that remembers at most the language. Writes nothing. */
  load(key: string, channel: string): Promise<Loaded>
  /** Ends a turn in one write: to disk, or to memory alone. `stale` when another turn of the same conversation was faster. */
  commit(conversation: Conversation, memoryOnly: boolean): Promise<Commit>
  /** Moves it to memory: erases row and language preference at once, before anything is answered (G3). */
  forget(key: string): Promise<void>
  /** Erases all there is, everywhere. */
  wipe(key: string): Promise<Wiped>
  /** Erases what expired; answers how many records went. */
  sweep(): Promise<number>
}

export interface ConversationsParts {
  readonly kept: ConversationStore
  readonly memory: ConversationStore
  readonly preferences: LanguagePreferenceStore
  readonly clock: Clock
}

export function createConversations({ kept, memory, preferences, clock }: ConversationsParts): Conversations {
  return {
    async load(key, channel) {
      const now = clock()
      const inMemory = await memory.find(key, now)
      if (inMemory) return { conversation: inMemory, memoryOnly: true }
      const found = await kept.find(key, now)
      if (found) return { conversation: found, memoryOnly: false }
      const language = await preferences.find(key, now)
      return { conversation: newConversation(key, channel, language), memoryOnly: false }
    },

    async commit(conversation, memoryOnly) {
      const now = clock()
      const life = memoryOnly ? MEMORY_LIFE : IDLE_LIFE
      const next: Conversation = {
        ...conversation,
        version: conversation.version + 1,
        updatedAt: now,
        expiresAt: now + life,
      }
      const commit = await (memoryOnly ? memory : kept).commit(next)
      if (commit.type === 'committed' && !memoryOnly && conversation.language) {
        await preferences.save(next.key, conversation.language, now + LANGUAGE_LIFE)
      }
      return commit
    },

    async forget(key) {
      await kept.erase(key)
      await preferences.erase(key)
    },

    async wipe(key) {
      const now = clock()
      const found = (await memory.find(key, now)) ?? (await kept.find(key, now))
      await memory.erase(key)
      await kept.erase(key)
      const language = await preferences.erase(key)
      return {
        language: language || found?.language != null,
        choices: found?.session != null,
        area: hasArea(found?.session),
      }
    },

    async sweep() {
      const now = clock()
      return (await kept.sweep(now)) + (await memory.sweep(now)) + (await preferences.sweep(now))
    },
  }
}

/** A conversation of which nothing is stored. */
export function newConversation(key: string, channel: string, language: string | null): Conversation {
  return {
    key,
    format: CONVERSATION_FORMAT,
    version: 0,
    channel,
    language,
    proposed: null,
    session: null,
    gentle: null,
    offered: [],
    answered: [],
    opened: false,
    sent: [],
    lastNumber: 0,
    updatedAt: 0,
    expiresAt: 0,
  }
}

function hasArea(session: unknown): boolean {
  return typeof session === 'object' && session !== null && 'place' in session && Boolean(session.place)
}
