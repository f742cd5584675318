import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { QUESTION_MARK } from '../../content/checks/check-questions.js'
import { isSentence, sentencesIn } from '../../content/checks/sentences.js'
import { firstReply, readTable, type Reply } from './first-reply.js'
import { contentOf, createTestApp, type TestApp } from './test-app.js'

const worries = readTable('./worries.tsv').map(([language = '', worry = '']) => ({ language, worry }))
const languages = contentOf().table.rows.map(({ code }) => code)

/** Said where shame is likeliest: that many people know this (C4). It is the same sentence that meets the worry. */
const WITH_WE = ['ack.money', 'ack.food', 'ack.parenting']
/** "We know" or "many" in each language, as the sentence says it. */
const we: Readonly<Record<string, RegExp>> = {
  nl: /we weten/,
  en: /we know/,
  tr: /biliyoruz/,
  ar: /نعرف/,
  ti: /ንፈልጥ/,
  pl: /wiemy/,
  bg: /знаем/,
  es: /sabemos/,
  fr: /nous savons/,
  uk: /ми знаємо/,
  so: /waan ognahay/,
  fa: /می‌دانیم/,
}

let app: TestApp
beforeAll(() => {
  app = createTestApp()
})
afterAll(() => app.close())

test('the table holds 40 worries, at least 3 in every language', () => {
  expect(worries).toHaveLength(40)
  for (const language of languages)
    expect(worries.filter(worry => worry.language === language).length).toBeGreaterThanOrEqual(3)
})

describe.each(worries)('$language: $worry', ({ language, worry }) => {
  let reply: Reply
  beforeAll(async () => {
    reply = await firstReply(app, language, worry)
  })

  test('is met before anything is asked', () => {
    const [first] = reply.said.phrases
    expect(first?.key).toMatch(/^ack\./)
    expect(reply.text.startsWith(app.house.renderSources().texts.text(first?.key ?? 'yes', language))).toBe(true)
    expect(reply.text.match(QUESTION_MARK)?.length ?? 0).toBeLessThanOrEqual(1)
  })

  test('hears that many people know this, where it is about money, food or children', () => {
    const [first] = reply.said.phrases
    const topics = reply.said.phrases.flatMap(({ values }) => (values?.['topic'] ? [values['topic']] : []))
    const shame = topics.some(topic => 'term' in topic && /^topic\.(money|parenting)-/.test(topic.term))
    if (shame) expect(WITH_WE).toContain(first?.key)
    if (WITH_WE.includes(first?.key ?? '')) expect(reply.view.paragraphs[0]).toMatch(we[language] ?? /never/)
  })

  test('is answered in at most 3 sentences', () => {
    if (language !== 'nl') return
    const sentences = [...reply.view.paragraphs, reply.view.question].filter(isSentence).flatMap(sentencesIn)
    expect(sentences.length).toBeLessThanOrEqual(3)
  })
})
