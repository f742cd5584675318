import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Inbound } from '../../bot/turn/inbound.js'
import { loadUnderstandingWords } from '../../content/understanding-words.js'
import { questionsAboutUs, type QuestionAboutUs } from '../../content/vocabulary.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import { firstReply } from './first-reply.js'
import { contentOf, createTestApp, type TestApp } from './test-app.js'

/** The vetted text of each (A4). The example packs are run and paid for by nobody. */
const answers: Readonly<Record<QuestionAboutUs, string>> = {
  'who-are-you': 'about.answer.who.demo',
  'who-pays': 'about.answer.pays.demo',
  'touches-benefit': 'about.answer.benefit',
  'takes-children': 'about.answer.children',
  'what-is-kept': 'kept.answer',
}
/** A first message is read whole, so a greeting before the question must not hide it. */
const words = loadUnderstandingWords()
const languages = contentOf().table.rows.map(({ code }) => code)
const cases = languages.flatMap(language => questionsAboutUs.map(question => [language, question] as const))
const keys = ({ phrases }: Outbound) => phrases.map(({ key }) => key)

let app: TestApp
beforeAll(() => {
  app = createTestApp()
})
afterAll(() => app.close())

test.each(cases)('%s: %s, asked before anything else, is answered after the opening', async (language, question) => {
  const { greetings, commands } = words[language] ?? { greetings: [], commands: { [question]: [] } }
  // "|" stands between words that do as well as each other.
  const [asked = ''] = commands[question]
    .filter(phrase => phrase.includes(' '))
    .map(phrase => phrase.replaceAll(/\|\S+/gu, ''))
  expect(asked).not.toBe('')
  for (const text of [asked, `${greetings[0] ?? ''}! ${asked}?`]) {
    const { said } = await firstReply(app, language, text)
    expect([text, keys(said)]).toEqual([text, ['kept.web', answers[question]]])
    expect(said.ask?.key).toBe('menu.ask')
  }
})

describe('before there is a language', () => {
  const languageFirst = async (contents: readonly Inbound['content'][]) => {
    const conversation = randomUUID()
    const said: Outbound[] = []
    for (const content of contents)
      said.push(
        ...(await app.house.chat.say(conversation, content, { proposedLanguage: null, opened: false })).messages,
      )
    return said
  }
  const text = (written: string): Inbound['content'] => ({ type: 'text', text: written })
  const tap = (id: string): Inbound['content'] => ({ type: 'option', id })

  const waits: readonly (readonly [string, readonly Inbound['content'][]])[] = [
    ['the languages were shown', [text('wie betaalt dit?'), tap('lang:nl')]],
    ['her language was offered', [text('Dzień dobry, kto za to płaci?'), tap('lang:pl')]],
    [
      'her language was offered and she took another',
      [text('merhaba, bunu kim ödüyor'), tap('language'), tap('lang:en')],
    ],
    ['she wrote on about something else', [text('wie betaalt dit?'), text('ik heb schulden')]],
  ]
  test.each(waits)('%s: the answer comes once, after the opening', async (_, contents) => {
    const said = await languageFirst([...contents, tap('who-are-you')])
    const opening = said.findIndex(message => keys(message).includes('opening.hello.demo'))
    const answer = said.findIndex(message => keys(message).includes('about.answer.pays.demo'))
    expect(opening).toBeGreaterThan(0)
    expect(answer).toBe(opening + 1)
    expect(said.filter(message => keys(message).includes('about.answer.pays.demo'))).toHaveLength(1)
  })
})

/** "Nobody will ever know" is a promise that nobody can keep (A4, Never 7). In Dutch, which leads, and English. */
test.each([
  ['nl', /\b(?:nooit|niemand (?:hoort|weet|ziet)|altijd veilig|gegarandeerd|beloof)/iu],
  ['en', /\b(?:never|nobody (?:hears|knows|sees|will)|no one will|always safe|guarantee|promise)/iu],
])('%s: no answer promises anything absolute', (language, promise) => {
  const file = new URL(`../../content/languages/${language}/texts.json`, import.meta.url)
  const texts = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  for (const key of Object.values(answers)) expect([key, texts[key]]).not.toEqual([key, expect.stringMatching(promise)])
})
