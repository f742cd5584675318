import { expect, test } from '@jest/globals'
import { afterAnswer } from '../../bot/turn/after-answer.js'
import type { Answer } from '../../bot/turn/answer.js'
import type { Inbound } from '../../bot/turn/inbound.js'
import { message } from '../../bot/turn/opening.js'
import { newConversation } from '../../services/conversations/new-conversation.js'
import { afterPart, unitOf } from '../../services/sending/progress.js'

const NOW = 1_000
const inbound: Inbound = {
  key: 'k',
  channel: 'whatsapp',
  content: { type: 'text', text: 'hallo' },
  proposedLanguage: null,
  opened: false,
  replyTo: 'sealed',
}

test('an answer of the same millisecond as one that is being sent does not leave the record with it', () => {
  const first = afterAnswer(newConversation('k', 'whatsapp', 'nl'), answerTo('k'), inbound, NOW)
  const second = afterAnswer(first, answerTo('k'), inbound, NOW)
  expect(unitOf(second)).toEqual(unitOf(first))
  expect(afterPart(second, 1, NOW).sent.map(({ number }) => number)).toEqual([2])
})

const answerTo = (key: string): Answer => ({
  messages: [message('nl', [{ key: 'late' }])],
  conversation: newConversation(key, 'whatsapp', 'nl'),
  memoryOnly: false,
  wiped: false,
})
