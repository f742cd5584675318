import type { Clock } from '../clock.js'
import type { Answered, Commit, Conversation, ConversationStore } from './conversation.js'
import { REPEATS_FOR, type HandledStore } from './handled.js'
import type { LanguagePreferenceStore } from './language-preference.js'
import { newConversation } from './new-conversation.js'

const HOUR = 3_600_000
/** Idle life of a conversation (H3; "Numbers in one place"). */
export const IDLE_LIFE = 24 * HOUR
/** Life in memory for a stated minor and after a safety signal (H4). */
export const MEMORY_LIFE = HOUR / 2
/** How long a chosen language is remembered (H3). */
export const LANGUAGE_LIFE = 30 * 24 * HOUR
/** A remembered language is written again when this much of its life has gone. */
const LANGUAGE_AGAIN = 24 * HOUR
/** Answered ids in a record; a person types fewer in a day. Older ones move to the handled ones. */
export const MOST_ANSWERED = 100
/** Expired records read at once. */
const SWEEP_AT_ONCE = 200

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
  /** Whether this message was answered before, in this conversation or in one that is gone (O2). */
  wasAnswered(conversation: Conversation, id: string): Promise<boolean>
  /** Ends a turn in one write: to disk, or to memory alone. `stale` when another turn of the same conversation was faster. */
  commit(before: Conversation, after: Conversation, memoryOnly: boolean): Promise<Commit>
  /** Erases it from the disk, with its language, so that it can go on in memory (G3). What was answered stays known. */
  forget(conversation: Conversation): Promise<void>
  /** Remembers that messages were answered of which nothing else may be kept. */
  handled(ids: readonly Answered[]): Promise<void>
  /** Erases all there is, everywhere. What was answered stays known. */
  wipe(key: string): Promise<Wiped>
  /** Keys of conversations with messages that are due to be sent at `until`. */
  due(until: number, most: number): Promise<readonly string[]>
  /** Erases what expired; answers how many records went. */
  sweep(): Promise<number>
}

export interface ConversationsParts {
  readonly kept: ConversationStore
  readonly memory: ConversationStore
  readonly preferences: LanguagePreferenceStore
  readonly handled: HandledStore
  readonly clock: Clock
}

export function createConversations(parts: ConversationsParts): Conversations {
  const { kept, memory, preferences, handled, clock } = parts
  return {
    async load(key, channel) {
      const now = clock()
      const inMemory = await memory.find(key, now)
      if (inMemory && inMemory.updatedAt > 0) return { conversation: inMemory, memoryOnly: true }
      if (inMemory) await memory.erase(key)
      const found = await kept.find(key, now)
      if (found && found.updatedAt > 0) return { conversation: found, memoryOnly: false }
      const language = await preferences.find(key, now)
      return { conversation: { ...newConversation(key, channel, language), ...leftOf(found) }, memoryOnly: false }
    },

    async wasAnswered({ answered, spilled, updatedAt }, id) {
      if (answered.some(([known]) => known === id)) return true
      return (spilled || updatedAt === 0) && handled.has(id, clock())
    },

    commit: (before, after, memoryOnly) => commit(before, after, memoryOnly, parts),

    async forget({ key, answered }) {
      await handled.add(answered)
      await kept.erase(key)
      await preferences.erase(key)
    },

    handled: ids => handled.add(ids),

    async wipe(key) {
      const now = clock()
      const inMemory = await memory.find(key, now)
      const onDisk = await kept.find(key, now)
      await handled.add([...(inMemory?.answered ?? []), ...(onDisk?.answered ?? [])])
      await memory.erase(key)
      await kept.erase(key)
      const language = await preferences.erase(key)
      const found = inMemory ?? onDisk
      return {
        language: language || found?.language != null,
        choices: found?.session != null,
        area: hasArea(found?.session),
      }
    },

    due: (until, most) => kept.due(until, most),

    async sweep() {
      const now = clock()
      const swept = (await sweepStore(kept, handled, now)) + (await sweepStore(memory, handled, now))
      return swept + (await preferences.sweep(now)) + (await handled.sweep(now))
    },
  }
}

async function commit(
  before: Conversation,
  after: Conversation,
  memoryOnly: boolean,
  { kept, memory, preferences, handled, clock }: ConversationsParts,
): Promise<Commit> {
  const now = clock()
  const fresh = after.answered.filter(([, at]) => at > now - REPEATS_FOR)
  const over = fresh.slice(0, -MOST_ANSWERED)
  if (over.length > 0) await handled.add(over)
  const next: Conversation = {
    ...after,
    answered: fresh.slice(-MOST_ANSWERED),
    spilled: after.spilled || over.length > 0,
    version: after.version + 1,
    updatedAt: now,
    expiresAt: now + (memoryOnly ? MEMORY_LIFE : IDLE_LIFE),
  }
  const outcome = await (memoryOnly ? memory : kept).commit(next)
  const remembers = next.language !== before.language || before.updatedAt < now - LANGUAGE_AGAIN
  if (outcome.type === 'committed' && !memoryOnly && next.language && remembers) {
    await preferences.save(next.key, next.language, now + LANGUAGE_LIFE)
  }
  return outcome
}

/** What was answered is written first and the record erased after: a crash between the two forgets nothing. */
async function sweepStore(store: ConversationStore, handled: HandledStore, now: number): Promise<number> {
  let erased = 0
  for (;;) {
    const expired = await store.expired(now, SWEEP_AT_ONCE)
    if (expired.length === 0) return erased
    await handled.add(expired.flatMap(({ answered }) => answered))
    let here = 0
    for (const { key, version } of expired) here += Number(await store.eraseVersion(key, version))
    // Whoever came back in between is expired no more; nothing left to erase here means nothing to look for again.
    if (here === 0) return erased
    erased += here
  }
}

const leftOf = (found: Conversation | null): Partial<Conversation> =>
  found ? { version: found.version, answered: found.answered, spilled: found.spilled } : {}

function hasArea(session: unknown): boolean {
  return typeof session === 'object' && session !== null && 'place' in session && Boolean(session.place)
}
