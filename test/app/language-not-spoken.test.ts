import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Inbound } from '../../bot/turn/inbound.js'
import { readTable } from './first-reply.js'
import { contentOf, createTestApp, type TestApp } from './test-app.js'

/** Danger goes first, also where it is heard by mistake (G1). */
const TAKEN_FOR_HUNGER = 'Don Allah, ina neman taimako da makarantar jikana'

/** Messages in languages that are recognised and not spoken here (B4). */
const others = new Map(contentOf().table.others.map(other => [other.code, other]))
const rows = readTable('../understanding/proposals.tsv').flatMap(([code = '', text = '']) => {
  const other = others.get(code)
  if (!other || text === TAKEN_FOR_HUNGER) return []
  return [{ code, text, nearest: other.nearest, dialectOf: other.dialectOf ?? null }]
})

let app: TestApp
beforeAll(() => {
  app = createTestApp()
})
afterAll(() => app.close())

const text = (written: string): Inbound['content'] => ({ type: 'text', text: written })
async function say(contents: readonly Inbound['content'][], proposedLanguage: string | null) {
  const conversation = randomUUID()
  const turns = []
  for (const content of contents)
    turns.push(await app.house.chat.say(conversation, content, { proposedLanguage, opened: false }))
  return turns.map(({ messages }) => messages)
}

test('there are messages enough', () => expect(rows.length).toBeGreaterThanOrEqual(15))

test.each(rows)('$code: "$text" is told so in $nearest, or offered what it is a form of', async row => {
  const [messages = []] = await say([text(row.text)], null)
  const [said] = messages
  expect(messages).toHaveLength(1)
  expect(said?.language).toBe(row.dialectOf ?? row.nearest)
  expect(said?.phrases.map(({ key }) => key)).toEqual([row.dialectOf ? 'language.offer' : 'language.unsupported'])
  expect(said?.offers[0]?.id).toBe(`lang:${row.dialectOf ?? row.nearest}`)
})

const hungarian = 'Jó napot! Nem tudom befizetni a számlákat'

test('it is said once: not again while the languages stand, and not after one was chosen', async () => {
  const told = (messages: Awaited<ReturnType<typeof say>>[number] = []) =>
    messages.some(({ phrases }) => phrases.some(({ key }) => key === 'language.unsupported'))
  const [first, second, , fourth] = await say(
    [text(hungarian), text(hungarian), { type: 'option', id: 'lang:en' }, text(hungarian)],
    null,
  )
  expect([first, second, fourth].map(told)).toEqual([true, false, false])
})

test('whoever asks for such a language by name is told so, with the languages there are', async () => {
  const [, messages = []] = await say([{ type: 'open' }, text('Magyar')], 'nl')
  expect(messages[0]?.phrases.map(({ key }) => key)).toEqual(['language.unsupported'])
  expect(messages[0]?.ask?.key).toBe('language.ask')
})

test('a page in Dutch does not hide that somebody writes Hungarian', async () => {
  const [messages = []] = await say([text(hungarian)], 'nl')
  expect(messages[0]?.language).toBe('en')
})
