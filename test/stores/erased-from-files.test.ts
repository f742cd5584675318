import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { newConversation } from '../../services/conversations/new-conversation.js'
import { openDatabase } from '../../services/storage/embedded/database.js'
import { EmbeddedConversationStore } from '../../services/storage/embedded/embedded-conversation-store.js'

const folder = mkdtempSync(join(tmpdir(), 'voordeur-erased-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PLANTED = 'planted-in-a-session'
const inFiles = (): boolean => readdirSync(folder).some(name => readFileSync(join(folder, name)).includes(PLANTED))

test('what was erased stands in no file, also not in the log of changes', async () => {
  const store = new EmbeddedConversationStore(openDatabase(join(folder, 'a.db')))
  const conversation = { ...newConversation('c:a', 'web', null), session: { answer: PLANTED }, expiresAt: 10 }
  for (let version = 1; version <= 5; version++) await store.commit({ ...conversation, version })
  expect(inFiles()).toBe(true)
  await store.erase('c:a')
  expect(inFiles()).toBe(false)
})

test('nor what a sweep erased', async () => {
  const store = new EmbeddedConversationStore(openDatabase(join(folder, 'a.db')))
  const conversation = { ...newConversation('c:b', 'web', null), session: { answer: PLANTED }, expiresAt: 10 }
  await store.commit({ ...conversation, version: 1 })
  expect(inFiles()).toBe(true)
  for (const { key, version } of await store.expired(3_600_000, 5)) await store.eraseVersion(key, version)
  await store.expired(3_600_000, 5)
  expect(inFiles()).toBe(false)
})
