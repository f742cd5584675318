import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { MessageView } from '../../bot/rendering/message-view.js'
import { renderMessage } from '../../bot/rendering/render-message.js'
import type { Inbound } from '../../bot/turn/inbound.js'
import { contentOf, createTestApp, type TestApp } from './test-app.js'

/** Taps that pass the menu, a question with a card after it, wishes, the answers on this chat, and a safety card. */
const route = ['letter', 'later', 'skip', 'wish', 'free', 'else', 'other', 'about', 'who', 'pays', 'not-safe', 'go-on']

const flat = z.record(z.string(), z.string())
const read = (language: string, file: string) =>
  flat.parse(
    JSON.parse(readFileSync(new URL(`../../content/languages/${language}/${file}.json`, import.meta.url), 'utf8')),
  )

/** A sentence with its placeholders open, as a pattern of the whole. */
const pattern = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence
      .split(/\{\{\w+\}\}/)
      .map(escapeAll)
      .join('.+')}$`,
    'u',
  )
const escapeAll = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

let app: TestApp
beforeAll(() => {
  app = createTestApp()
})
afterAll(() => app.close())

describe.each(contentOf().table.rows.map(({ code }) => code))('what is sent in %s', language => {
  const views: MessageView[] = []
  beforeAll(async () => {
    const conversation = randomUUID()
    const say = async (content: Inbound['content']) => {
      const { messages } = await app.house.chat.say(conversation, content, {
        proposedLanguage: language,
        opened: false,
      })
      views.push(...messages.map(message => renderMessage(message, app.house.renderSources())))
    }
    await say({ type: 'open' })
    for (const id of route) await say({ type: 'option', id })
  })

  test('every sentence is an approved text of this language (C8)', () => {
    const texts = read(language, 'texts')
    const said = views.filter(({ safety }) => !safety)
    expect(said.length).toBeGreaterThan(route.length)
    for (const { paragraphs, question, sources } of said) {
      const approved = sources
        .filter(source => source.startsWith('text:'))
        .map(source => pattern(texts[source.slice('text:'.length)] ?? 'no such text'))
      for (const sentence of [...paragraphs, question].filter(part => part !== '')) {
        expect(approved.some(text => text.test(sentence)) ? '' : sentence).toBe('')
      }
    }
  })

  test('every card is a record, and its labels are terms of this language', () => {
    const terms = new Set(Object.values(read(language, 'terms')))
    const cards = views.flatMap(({ cards }) => cards)
    expect(cards.length).toBeGreaterThan(0)
    for (const card of cards) {
      const record = app.house.live().snapshot.records.get(card.record)
      expect(card.title.startsWith(record?.name ?? 'no such record')).toBe(true)
      for (const { label } of [...card.lines, ...card.more])
        expect(label === '' || terms.has(label) ? '' : label).toBe('')
    }
  })

  test('a safety message names the locked texts it is made of', () => {
    const safety = views.filter(view => view.safety)
    expect(safety.length).toBeGreaterThan(0)
    for (const { sources } of safety) expect(sources.every(source => /^safety(-number)?:/.test(source))).toBe(true)
  })
})
