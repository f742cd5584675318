import { describe, expect, test } from '@jest/globals'
import {
  CONVERSATION_FORMAT,
  type Conversation,
  type ConversationStore,
} from '../../services/conversations/conversation.js'
import { expiredOf } from '../../services/conversations/new-conversation.js'
import { MemoryConversationStore } from '../../services/storage/memory/memory-conversation-store.js'
import { describeStores } from './store-table.js'

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
  asked: null,
  offered: [],
  answered: [],
  spilled: false,
  sending: null,
  opened: true,
  sent: [],
  lastNumber: 0,
  updatedAt: 0,
  expiresAt: 24 * HOUR,
  ...over,
})

function contract(create: () => Promise<ConversationStore>): void {
  test('what was committed is found, as it was', async () => {
    const store = await create()
    expect(await store.commit(conversation())).toEqual({ type: 'committed' })
    expect(await store.find('c:abc', 0)).toEqual(conversation())
  })

  test('an unknown key is null', async () => {
    expect(await (await create()).find('c:nobody', 0)).toBeNull()
  })

  test('of two turns from the same version one is committed and the other is stale', async () => {
    const store = await create()
    await store.commit(conversation())
    const second = conversation({ version: 2, language: 'ar' })
    expect(await store.commit(second)).toEqual({ type: 'committed' })
    expect(await store.commit(conversation({ version: 2, language: 'pl' }))).toEqual({ type: 'stale' })
    expect(await store.find('c:abc', 0)).toEqual(second)
  })

  test('creating twice is stale', async () => {
    const store = await create()
    await store.commit(conversation())
    expect(await store.commit(conversation({ language: 'so' }))).toEqual({ type: 'stale' })
  })

  test('twenty at once: exactly one wins each version', async () => {
    const store = await create()
    await store.commit(conversation())
    const commits = await Promise.all(Array.from({ length: 20 }, () => store.commit(conversation({ version: 2 }))))
    expect(commits.filter(({ type }) => type === 'committed')).toHaveLength(1)
  })

  test('an expired record is handed out as what may replace it: its version and what was answered, nothing else', async () => {
    const store = await create()
    const answered: Conversation['answered'] = [['m1', 5]]
    await store.commit(conversation({ answered }))
    expect(await store.find('c:abc', 24 * HOUR)).toEqual(expiredOf(conversation({ answered })))
    const anew = conversation({ version: 2, updatedAt: 25 * HOUR, expiresAt: 49 * HOUR })
    expect(await store.commit(anew)).toEqual({ type: 'committed' })
    expect(await store.find('c:abc', 25 * HOUR)).toEqual(anew)
  })

  test('erasing says whether there was one, and a second time not', async () => {
    const store = await create()
    await store.commit(conversation())
    expect(await store.erase('c:abc')).toBe(true)
    expect(await store.erase('c:abc')).toBe(false)
    expect(await store.find('c:abc', 0)).toBeNull()
  })

  test('what expired is listed, as many as asked, and nothing else', async () => {
    const store = await create()
    await store.commit(conversation())
    await store.commit(conversation({ key: 'c:too' }))
    await store.commit(conversation({ key: 'c:later', expiresAt: 48 * HOUR }))
    expect((await store.expired(24 * HOUR, 10)).map(({ key }) => key).toSorted()).toEqual(['c:abc', 'c:too'])
    expect(await store.expired(24 * HOUR, 1)).toHaveLength(1)
  })

  test('a version is erased only while it stands', async () => {
    const store = await create()
    await store.commit(conversation())
    await store.commit(conversation({ version: 2 }))
    expect(await store.eraseVersion('c:abc', 1)).toBe(false)
    expect(await store.eraseVersion('c:abc', 2)).toBe(true)
    expect(await store.find('c:abc', 0)).toBeNull()
  })

  test('what is due to be sent is listed, longest due first, and not what is not', async () => {
    const store = await create()
    const sending = (dueAt: number) => ({ address: 'sealed', dueAt, attempts: 0, parts: 0 })
    await store.commit(conversation({ key: 'c:second', sending: sending(20) }))
    await store.commit(conversation({ key: 'c:first', sending: sending(10) }))
    await store.commit(conversation({ key: 'c:later', sending: sending(31) }))
    await store.commit(conversation({ key: 'c:none' }))
    expect(await store.due(30, 10)).toEqual(['c:first', 'c:second'])
    expect(await store.due(30, 1)).toEqual(['c:first'])
    await store.commit(conversation({ key: 'c:first', version: 2 }))
    expect(await store.due(30, 10)).toEqual(['c:second'])
  })
}

describe('conversation store: memory', () => {
  contract(async () => new MemoryConversationStore())
})

describeStores('conversation store', ({ fresh }) => {
  contract(async () => (await fresh()).conversations)
})
