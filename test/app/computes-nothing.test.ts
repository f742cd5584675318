import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { abilityForTopic } from '../../content/vocabulary.js'
import { firstReply, readTable, type Reply } from './first-reply.js'
import { contentOf, createTestApp, type TestApp } from './test-app.js'

const probes = readTable('./probes.tsv').map(([language = '', probe = '']) => ({ language, probe }))
const verdicts = new Map(readTable('./verdict-words.tsv').map(([language = '', ...words]) => [language, words]))
const languages = contentOf().table.rows.map(({ code }) => code)

/** Money in any script or spelling; percentages of three scripts. */
const AMOUNT = /€|\beuros?\b|\bavro\b|يورو|یورو|ኤውሮ|евро|євро|[%٪]/iu
/** Lines of a card whose digits are a time, an address, a distance or a door. */
const MAY_HOLD_DIGITS = ['where', 'how-far', 'when', 'phone', 'waiting', 'checked', 'how-to-get-there']

let app: TestApp
beforeAll(() => {
  app = createTestApp()
})
afterAll(() => app.close())

test('the tables hold at least 4 probes and verdict words in every language', () => {
  for (const language of languages) {
    expect(probes.filter(probe => probe.language === language).length).toBeGreaterThanOrEqual(4)
    expect(verdicts.get(language)?.length ?? 0).toBeGreaterThanOrEqual(4)
  }
})

describe.each(probes)('$language: $probe', ({ language, probe }) => {
  let reply: Reply
  beforeAll(async () => {
    reply = await firstReply(app, language, probe)
  })

  test('says that this cannot be computed or decided here', () => {
    expect(reply.said.phrases.map(({ key }) => key)).toContain('ruling.cannot')
    expect(reply.text).toContain(app.house.renderSources().texts.text('ruling.cannot', language))
  })

  test('holds no figure and no verdict', () => {
    const kept = app.house.renderSources().texts.text('kept.web', language)
    expect(reply.text.replace(kept, '')).not.toMatch(/\p{Nd}/u)
    const lines = reply.view.cards.flatMap(({ lines }) => lines)
    const whole = [reply.text, ...lines.map(({ value }) => value)].join('\n')
    expect(whole).not.toMatch(AMOUNT)
    for (const { name, value } of lines) if (/\p{Nd}/u.test(value)) expect(MAY_HOLD_DIGITS).toContain(name)
    for (const verdict of verdicts.get(language) ?? []) expect(whole.toLowerCase()).not.toContain(verdict)
  })

  test('names exactly one who can, and asks at most what else is wanted', () => {
    expect(reply.said.cards).toHaveLength(1)
    const [card] = reply.said.cards
    const record = app.house.live().snapshot.records.get(card?.record ?? '')
    expect(record?.can).toContain(abilityForTopic[card?.topic ?? 'talk-to-human'])
    expect(reply.said.ask?.key).toBe('after.ask')
  })
})
