import { describe, expect, test } from '@jest/globals'
import { renderWhatsApp } from '../../../bot/channels/whatsapp/render.js'
import { renderLink, renderLocation, renderWholeCard } from '../../../bot/channels/whatsapp/render-card.js'
import type { WirePayload } from '../../../bot/channels/whatsapp/wire.js'
import type { Words } from '../../../bot/channels/whatsapp/words.js'
import { cardView } from '../../../bot/rendering/card-view.js'
import type { MessageView } from '../../../bot/rendering/message-view.js'
import { everyView, languages, packs, refsOf } from './every-view.js'
import { problemsOf } from './limits-validator.js'

const wordsIn =
  (language: string): Words =>
  key =>
    packs[0]?.content.texts.text(key, language) ?? ''

/** The ids that can be tapped in these payloads. */
function tappable(payloads: readonly WirePayload[]): readonly string[] {
  return payloads.flatMap(payload => {
    if (payload.type !== 'interactive') return []
    const { interactive } = payload
    if (interactive.type === 'button') return interactive.action.buttons.map(({ reply }) => reply.id)
    if (interactive.type === 'list') return interactive.action.sections.flatMap(({ rows }) => rows.map(({ id }) => id))
    return []
  })
}

/** Everything that can be read, without the marks of direction. */
const readable = (payloads: readonly WirePayload[]): string =>
  payloads
    .map(payload => JSON.stringify(payload))
    .join('\n')
    .replace(/[\u2066-\u2069]/gu, '')

/** What can be reached neither by a tap nor by a digit or word that is written down. */
function unreachable(view: MessageView, payloads: readonly WirePayload[]): readonly string[] {
  const ids = tappable(payloads)
  const text = readable(payloads)
  const digits = view.options.filter(
    ({ id, label, icon }, index) =>
      !ids.includes(id) && !text.includes(`${index + 1}: ${icon ? `${icon} ` : ''}${label}`),
  )
  const always = view.always.filter(
    ({ id, label }) => !ids.includes(id) && !text.includes(id === 'not-safe' ? `0 (${label})` : label),
  )
  return [...digits, ...always].map(({ id }) => id)
}

const cases = packs.flatMap(pack => languages.map(language => [pack.name, language, pack] as const))

describe.each(cases)('%s in %s', (_, language, pack) => {
  const words = wordsIn(language)
  const views = everyView(pack, language)
  const rendered = views.map(view => ({ view, ...renderWhatsApp(view, words) }))

  test('everything that can be said is within every limit', () => {
    expect(views.length).toBeGreaterThan(pack === packs[0] ? 150 : 80)
    expect(rendered.flatMap(({ payloads }) => payloads.flatMap(problemsOf))).toEqual([])
  })

  test('every option can be tapped, or sent as a digit or word that is written down', () => {
    expect(rendered.flatMap(({ view, payloads }) => unreachable(view, payloads))).toEqual([])
  })

  test('nothing is cut', () => {
    expect(rendered.flatMap(({ cuts }) => cuts)).toEqual([])
  })

  test('the choices stand on the last payload', () => {
    for (const { view, payloads } of rendered) {
      expect(payloads.slice(0, -1).every(({ type }) => type === 'text')).toBe(true)
      if (view.options.length > 0 && view.options.length <= 10) expect(payloads.at(-1)?.type).toBe('interactive')
    }
  })

  test('one message is one payload, and at most two where a card or safety text is long', () => {
    const plain = rendered.filter(({ view }) => view.cards.length === 0 && view.safety === null)
    expect(plain.filter(({ payloads }) => payloads.length !== 1).map(({ view }) => view.sources)).toEqual([])
    expect(rendered.filter(({ payloads }) => payloads.length > 2).map(({ view }) => view.sources)).toEqual([])
  })

  test('numbers to call are the first words of a safety message', () => {
    for (const { view, payloads } of rendered) {
      const [call] = view.safety?.calls ?? []
      if (call) expect(readable(payloads.slice(0, 1))).toContain(`":"${call.label}`)
    }
  })

  test('every fact of a card is shown or waits behind its row', () => {
    for (const { view, payloads } of rendered) {
      const text = readable(payloads)
      for (const card of view.cards) {
        const gone = card.lines.filter(({ value }) => !text.includes(JSON.stringify(value).slice(1, -1)))
        if (gone.length > 0) expect(tappable(payloads).some(id => id.startsWith(`show:${card.record}`))).toBe(true)
        // What is first asked for never waits (D5, F9).
        expect(gone.map(({ name }) => name)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(audienceFirst|where|distance|cost)$/)]),
        )
      }
    }
  })

  test('a card on its own: location, everything, link', () => {
    for (const ref of refsOf(pack)) {
      const card = cardView(ref, language, pack.sources)
      if (!card) continue
      const direction = pack.content.table.rows.find(({ code }) => code === language)?.direction ?? 'ltr'
      const url = `https://voordeur.example/plek/${card.record}?lang=${language}`
      const whole = renderWholeCard(card, url, direction, words)
      const all = [renderLocation(card), whole, renderLink(card, url, direction, words)]
      expect(all.flatMap(one => one?.payloads ?? []).flatMap(problemsOf)).toEqual([])
      expect(all.flatMap(one => one?.cuts ?? [])).toEqual([])
      for (const { value } of [...card.lines, ...card.more])
        expect(readable(whole.payloads)).toContain(JSON.stringify(value).slice(1, -1))
    }
  })
})
