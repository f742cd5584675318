import { describe, expect, test } from '@jest/globals'
import {
  CONVERSATION_FORMAT,
  type Conversation,
  type ConversationStore,
} from '../../services/conversations/conversation.js'
import { openDatabase } from '../../services/storage/embedded/database.js'
import { EmbeddedConversationStore } from '../../services/storage/embedded/embedded-conversation-store.js'
import { MemoryConversationStore } from '../../services/storage/memory/memory-conversation-store.js'

const stores: Record<string, () => ConversationStore> = {
  embedded: () => new EmbeddedConversationStore(openDatabase(':memory:')),
  memory: () => new MemoryConversationStore(),
}

const HOUR = 3_600_000
const conversation = (over: Partial<Conversation> = {}): Conversation => ({
  key: 'c:abc',
  format: CONVERSATION_FORMAT,
  version: 1,
  channel: 'web',
  language: 'tr',
  proposed: null,
  session: { dialog: 'money', answers: { kind: 'debts' } },
  gentle: null,
  offered: [],
  answered: [],
  opened: true,
  sent: [],
  lastNumber: 0,
  updatedAt: 0,
  expiresAt: 24 * HOUR,
  ...over,
})

describe.each(Object.entries(stores))('conversation store: %s', (_name, create) => {
  test('what was committed is found, as it was', async () => {
    const store = create()
    expect(await store.commit(conversation())).toEqual({ type: 'committed' })
    expect(await store.find('c:abc', 0)).toEqual(conversation())
  })

  test('an unknown key is null', async () => {
    expect(await create().find('c:nobody', 0)).toBeNull()
  })

  test('of two turns from the same version one is committed and the other is stale', async () => {
    const store = create()
    await store.commit(conversation())
    const second = conversation({ version: 2, language: 'ar' })
    expect(await store.commit(second)).toEqual({ type: 'committed' })
    expect(await store.commit(conversation({ version: 2, language: 'pl' }))).toEqual({ type: 'stale' })
    expect(await store.find('c:abc', 0)).toEqual(second)
  })

  test('creating twice is stale', async () => {
    const store = create()
    await store.commit(conversation())
    expect(await store.commit(conversation({ language: 'so' }))).toEqual({ type: 'stale' })
  })

  test('twenty at once: exactly one wins each version', async () => {
    const store = create()
    await store.commit(conversation())
    const commits = await Promise.all(Array.from({ length: 20 }, () => store.commit(conversation({ version: 2 }))))
    expect(commits.filter(({ type }) => type === 'committed')).toHaveLength(1)
  })

  test('an expired record is not handed out though it is still there, and may be created anew', async () => {
    const store = create()
    await store.commit(conversation())
    expect(await store.find('c:abc', 24 * HOUR)).toBeNull()
    const anew = conversation({ updatedAt: 25 * HOUR, expiresAt: 49 * HOUR })
    expect(await store.commit(anew)).toEqual({ type: 'committed' })
    expect(await store.find('c:abc', 25 * HOUR)).toEqual(anew)
  })

  test('erasing says whether there was one, and a second time not', async () => {
    const store = create()
    await store.commit(conversation())
    expect(await store.erase('c:abc')).toBe(true)
    expect(await store.erase('c:abc')).toBe(false)
    expect(await store.find('c:abc', 0)).toBeNull()
  })

  test('a sweep erases what expired and nothing else', async () => {
    const store = create()
    await store.commit(conversation())
    await store.commit(conversation({ key: 'c:later', expiresAt: 48 * HOUR }))
    expect(await store.sweep(24 * HOUR)).toBe(1)
    expect(await store.find('c:later', 24 * HOUR)).not.toBeNull()
  })

  test('a caller cannot change what is stored', async () => {
    const store = create()
    const sent = [
      {
        number: 1,
        at: 0,
        message: { language: 'nl', phrases: [], ask: null, cards: [], offers: [], always: true, safety: null },
      },
    ]
    await store.commit(conversation({ sent }))
    sent.pop()
    expect((await store.find('c:abc', 0))?.sent).toHaveLength(1)
  })
})
