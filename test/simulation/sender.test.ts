import { expect, test } from '@jest/globals'
import type { Conversation, Numbered } from '../../services/conversations/conversation.js'
import { createConversations } from '../../services/conversations/conversations.js'
import { newConversation } from '../../services/conversations/new-conversation.js'
import { createSender, LEASE } from '../../services/sending/sender.js'
import type { Delivered } from '../../services/sending/sending.js'
import { MemoryConversationStore } from '../../services/storage/memory/memory-conversation-store.js'
import { createSimulatedDisk } from './simulated-disk.js'

const KEY = 'c:abc'
const NOW = 1_000_000

/** A conversation in which one message waits, said at this moment, and a sender whose platform answers when it is told to. */
function waiting() {
  const ports = createSimulatedDisk().open()
  const conversations = createConversations({
    kept: ports.conversations,
    memory: new MemoryConversationStore(),
    preferences: ports.preferences,
    handled: ports.handled,
    clock: () => NOW,
  })
  const asked: ((delivered: Delivered) => void)[] = []
  const sender = createSender<Numbered>({
    conversations,
    channel: 'whatsapp',
    shape: messages => messages,
    deliver: () => new Promise(resolve => void asked.push(resolve)),
    backOff: () => 0,
    clock: () => NOW,
    later: () => undefined,
    report: () => undefined,
  })
  const say = async (at: number) => {
    const { conversation } = await conversations.load(KEY, 'whatsapp')
    const sending = { address: 'sealed', dueAt: at + LEASE, attempts: 0, parts: 0 }
    await conversations.commit(conversation, { ...conversation, sent: [saidAt(at)], sending, lastNumber: 1 }, false)
    return at + LEASE
  }
  const stands = async (): Promise<Conversation> => (await conversations.load(KEY, 'whatsapp')).conversation
  return { conversations, sender, asked, say, stands }
}

const saidAt = (at: number): Numbered => ({
  number: 1,
  at,
  message: { language: 'nl', phrases: [], ask: null, cards: [], offers: [], always: false, safety: null },
})
const moment = () => new Promise(resolve => setImmediate(resolve))

test('a message that went out while all was wiped takes no message of the new conversation with it', async () => {
  const { conversations, sender, asked, say, stands } = waiting()
  void sender.send(KEY, await say(NOW))
  await moment()
  await conversations.wipe(KEY)
  await say(NOW + 1)
  asked[0]?.({ type: 'sent' })
  await moment()
  expect((await stands()).sent).toEqual([saidAt(NOW + 1)])
})

test('where another process has the lease, nothing is sent', async () => {
  const { sender, asked, say } = waiting()
  await say(NOW)
  await sender.send(KEY)
  expect(asked).toHaveLength(0)
})

test('what nobody has the lease of any more is taken over', async () => {
  const { sender, asked, say } = waiting()
  await say(NOW - LEASE - 1)
  void sender.sendDue(NOW)
  await moment()
  expect(asked).toHaveLength(1)
})

test('a new conversation looks among the handled ids, since it may follow a wipe', async () => {
  const { conversations, stands } = waiting()
  await conversations.handled([['m1', NOW]])
  await conversations.commit(newConversation(KEY, 'whatsapp', null), newConversation(KEY, 'whatsapp', null), false)
  expect(await conversations.wasAnswered(await stands(), 'm1')).toBe(true)
})
