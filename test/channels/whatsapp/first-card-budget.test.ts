import { expect, test } from '@jest/globals'
import { joinedViews } from '../../../bot/channels/whatsapp/joined-views.js'
import { renderWhatsApp } from '../../../bot/channels/whatsapp/render.js'
import type { MessageView } from '../../../bot/rendering/message-view.js'
import { languages, packs, type Pack } from './every-view.js'
import { firstCardPaths } from './first-card-paths.js'

/** Requirement A2: outbound messages up to and including the first card. The aim on WhatsApp is a median of 4. */
const MOST_MEDIAN = 5
const MOST = 7

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

/** Payloads of each path, the opening joined with the first question as it is sent. */
function payloadsOf(pack: Pack, language: string): readonly number[] {
  const known = new Map<string, number>()
  const count = (view: MessageView): number => {
    const key = JSON.stringify(view)
    const payloads =
      known.get(key) ?? renderWhatsApp(view, name => pack.content.texts.text(name, language)).payloads.length
    known.set(key, payloads)
    return payloads
  }
  return firstCardPaths(pack, language).map(([hello, first, ...rest]) =>
    [...joinedViews([hello, first].filter(view => view !== undefined)), ...rest].map(count).reduce((a, b) => a + b),
  )
}

const [amsterdam, overvecht] = packs
const cases = [
  ...languages.map(language => ['amsterdam-example', language, amsterdam] as const),
  // The languages with the longest words; the others have less to fit in.
  ...['fr', 'so'].map(language => ['overvecht-example', language, overvecht] as const),
]

test.each(cases)('outbound messages to the first card, %s in %s', (name, language, pack) => {
  const payloads = pack ? payloadsOf(pack, language) : []
  if (process.env['FIGURES'] === '1')
    console.log(
      `${name} ${language}: ${payloads.length} paths, median ${median(payloads)}, most ${Math.max(...payloads)}`,
    )
  expect(payloads.length).toBeGreaterThan(50)
  expect(median(payloads)).toBeLessThanOrEqual(MOST_MEDIAN)
  expect(Math.max(...payloads)).toBeLessThanOrEqual(MOST)
})
