import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isSentence } from '../../content/checks/sentences.js'
import { firstReply, readTable, type Reply } from './first-reply.js'
import { createTestApp, type TestApp } from './test-app.js'

const remarks = readTable('./hostile-remarks.tsv').map(([language = '', remark = '', group = '', need = '']) => ({
  language,
  remark,
  group,
  need,
}))

/** Questions that lead on plainly: what it is about, or where. */
const PLAIN = ['menu.ask', 'menu.again', 'where.ask', 'meeting.what']

let app: TestApp
beforeAll(() => {
  app = createTestApp()
})
afterAll(() => app.close())

test('the table holds at least 2 remarks in each of 6 languages', () => {
  const languages = new Set(remarks.map(({ language }) => language))
  expect(languages.size).toBeGreaterThanOrEqual(6)
  for (const language of languages)
    expect(remarks.filter(remark => remark.language === language).length).toBeGreaterThanOrEqual(2)
})

describe.each(remarks)('$language: $remark', ({ language, remark, group, need }) => {
  let reply: Reply
  beforeAll(async () => {
    reply = await firstReply(app, language, remark)
  })

  test('is neither echoed nor argued with', () => {
    expect(reply.said.safety).toBeNull()
    const options = reply.view.options.map(({ label }) => label)
    expect([reply.text, ...options].join('\n').toLowerCase()).not.toContain(group)
    // What is kept, an acknowledgement and the question: no sentence is about the remark.
    const said = reply.said.phrases.map(({ key }) => key)
    expect(said.filter(key => !/^(ack|kept|heard)\./.test(key))).toEqual([])
    expect(reply.view.paragraphs.filter(isSentence).length).toBeLessThanOrEqual(3)
  })

  test('is led on plainly', () => {
    expect(PLAIN).toContain(reply.said.ask?.key)
  })

  test('has its need picked up', async () => {
    if (need !== 'quiet') return
    expect(reply.said.ask?.key).toBe('where.ask')
    const { cards } = await reply.next({ type: 'option', id: 'skip' })
    const records = cards.map(({ record }) => app.house.live().snapshot.records.get(record))
    expect(records.length).toBeGreaterThan(0)
    expect(String(records[0]?.atmosphere)).toMatch(/quiet|small-group/)
  })
})
