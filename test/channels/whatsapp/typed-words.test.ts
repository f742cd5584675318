import { describe, expect, test } from '@jest/globals'
import { renderWhatsApp } from '../../../bot/channels/whatsapp/render.js'
import { renderMessage } from '../../../bot/rendering/render-message.js'
import { languageMenu, openingMessage } from '../../../bot/turn/opening.js'
import { createUnderstand } from '../../../services/understanding/understand.js'
import { languages, packs } from './every-view.js'

const [pack] = packs
if (!pack) throw new Error('There is no example pack')
const { content, sources } = pack
const understand = createUnderstand({
  words: content.understandingWords,
  languages: content.table,
  findPlaces: () => [],
  statedMinor: () => false,
})

const topic = (name: string) => ({ type: 'topics', topics: [name] })

describe.each(languages)('what a message in %s says can be written', language => {
  const words = (key: Parameters<typeof content.texts.text>[0]) => content.texts.text(key, language)
  const opening = renderMessage(openingMessage(sources.snapshot, sources.table, language), sources)

  test.each(opening.always.map(({ id, label }) => [id, label]))('%s: %s', (id, label) => {
    const text = id === 'not-safe' ? '0' : label
    const { meaning } = understand(text, { options: [], place: false, language })
    // Whoever writes "talk to somebody" is led to a person as well, as a wish instead of a command.
    const wanted =
      id === 'person' && meaning.type === 'topics' ? topic('talk-to-human') : { type: 'command', command: id }
    expect({ text, meaning }).toEqual({ text, meaning: wanted })
    // The same while a neighbourhood is asked for.
    expect(understand(text, { options: [], place: true, language }).meaning).toEqual(meaning)
  })

  test('the language menu has twelve numbers, each of which chooses the language beside it', () => {
    const menu = renderMessage(languageMenu(sources.table, language), sources)
    const { payloads } = renderWhatsApp(menu, words)
    expect(payloads.map(({ type }) => type)).toEqual(['text'])
    const [payload] = payloads
    const lines = payload?.type === 'text' ? payload.text.body.split('\n').filter(row => /^\d+: /.test(row)) : []
    expect(lines).toHaveLength(12)
    const options = menu.options.map(({ id, label }) => ({ id, label }))
    for (const row of lines) {
      const [number = '', name = ''] = row.replace(/[\u2066-\u2069]/gu, '').split(': ')
      const chosen = options.find(({ label }) => label === name)?.id
      for (const text of [number, name])
        expect(understand(text, { options, place: false, language }).meaning).toEqual({
          type: 'choice',
          option: chosen,
        })
    }
  })

  test('the words of the channel fit where they stand', () => {
    const most = [
      ['whatsapp.always', 24],
      ['whatsapp.places', 24],
      ['web.choose', 20],
      ['whatsapp.page', 20],
      ['whatsapp.more', 21],
      ['card.map', 21],
    ] as const
    expect(most.filter(([key, limit]) => words(key).length > limit)).toEqual([])
  })
})
