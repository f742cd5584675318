import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { renderWhatsApp } from '../../../bot/channels/whatsapp/render.js'
import { renderLink, renderLocation, renderWholeCard } from '../../../bot/channels/whatsapp/render-card.js'
import { splitText } from '../../../bot/channels/whatsapp/split-text.js'
import { unformatted } from '../../../bot/channels/whatsapp/plain-writing.js'
import type { CardView, MessageView, OptionView } from '../../../bot/rendering/message-view.js'
import { problemsOf } from './limits-validator.js'

const words = (key: string): string => `w ${key}`.slice(0, 20)

const writing = (maxLength: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ maxLength: Math.min(maxLength, 40), unit: 'grapheme' }) },
    { weight: 2, arbitrary: fc.string({ minLength: Math.min(500, maxLength), maxLength, unit: 'grapheme' }) },
    { weight: 2, arbitrary: fc.lorem({ maxCount: Math.ceil(maxLength / 8) }) },
  )
const option: fc.Arbitrary<OptionView> = fc.record({
  id: fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), fc.string({ maxLength: 400 })),
  label: writing(300),
  icon: fc.constantFrom('', '✉️', '👨‍👩‍👧‍👦'),
})
const line = fc.record({
  name: fc.constantFrom('where', 'bring', 'cost', 'host'),
  label: writing(40),
  value: writing(900),
})
const card: fc.Arbitrary<CardView> = fc.record({
  record: fc.oneof(fc.stringMatching(/^[a-z][a-z-]{0,30}$/), fc.constant('r'.repeat(300))),
  title: writing(2000),
  kind: writing(40),
  exampleMark: fc.option(writing(60)),
  reason: writing(400),
  when: writing(200),
  lines: fc.array(line, { maxLength: 9 }),
  more: fc.array(line, { maxLength: 9 }),
  position: fc.option(fc.constant<readonly [number, number]>([52.37, 4.89])),
  description: fc.option(fc.record({ text: writing(3000), language: fc.constant('nl') })),
  checked: writing(80),
})
const view: fc.Arbitrary<MessageView> = fc.record({
  language: fc.constantFrom('nl', 'ar'),
  direction: fc.constantFrom('ltr', 'rtl'),
  paragraphs: fc.array(writing(6000), { maxLength: 4 }),
  cards: fc.array(card, { maxLength: 3 }),
  question: writing(1500),
  options: fc.array(option, { maxLength: 14 }),
  always: fc.uniqueArray(option, { maxLength: 4, selector: ({ id }) => id }),
  safety: fc.option(
    fc.record({
      calls: fc.array(fc.record({ label: writing(60), tel: fc.constantFrom('112', '0800 0113') }), { maxLength: 3 }),
      dutch: fc.array(writing(300), { maxLength: 3 }),
    }),
  ),
  sources: fc.constant([]),
})

/** Letters and digits alone: marks of direction, look-alikes and seams fall away. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
const shown = (payloads: readonly unknown[]): string => {
  const texts: string[] = []
  JSON.stringify(payloads, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return plain(texts.join('\n'))
}

describe('whatever the content holds', () => {
  test('nothing throws, nothing is over a limit, no word is dropped', () => {
    fc.assert(
      fc.property(view, said => {
        const { payloads } = renderWhatsApp(said, words)
        expect(payloads.flatMap(problemsOf)).toEqual([])
        const all = shown(payloads)
        const spoken = [
          ...said.paragraphs,
          said.question,
          ...(said.safety?.dutch ?? []),
          ...said.options.map(({ label }) => label),
        ]
        expect(spoken.filter(text => !all.includes(plain(text)))).toEqual([])
        expect(said.cards.filter(({ title, when }) => ![title, when].every(text => all.includes(plain(text))))).toEqual(
          [],
        )
        expect(
          said.always.filter(
            ({ id, label }) => !all.includes(plain(label)) && !said.options.some(own => own.id === id),
          ),
        ).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('a card alone: within limits, every fact there, every cut reported', () => {
    fc.assert(
      fc.property(card, fc.constantFrom('ltr' as const, 'rtl' as const), (one, direction) => {
        const url = 'https://voordeur.example/plek/een?lang=nl'
        const whole = renderWholeCard(one, url, direction, words)
        const location = renderLocation(one)
        const all = [whole, renderLink(one, url, direction, words), ...(location ? [location] : [])]
        expect(all.flatMap(({ payloads }) => payloads).flatMap(problemsOf)).toEqual([])
        const text = shown(whole.payloads)
        expect([...one.lines, ...one.more].filter(({ value }) => !text.includes(plain(value)))).toEqual([])
        if (location && one.title.length > 1000)
          expect(location.cuts.map(({ part }) => part)).toContain('location name')
      }),
      { numRuns: 100 },
    )
  })

  test('a text is parted without loss and between lines where it can be', () => {
    const paragraph = `${'woord '.repeat(100).trim()}\n${'regel '.repeat(90).trim()}`
    const parts = splitText([paragraph, paragraph, paragraph].join('\n\n'), 1300)
    expect(parts).toEqual([paragraph, paragraph, paragraph])
    fc.assert(
      fc.property(writing(9000), fc.integer({ min: 60, max: 4096 }), (text, most) => {
        const split = splitText(text, most)
        expect(split.every(part => part.length <= most && part.trim() !== '')).toBe(true)
        expect(plain(split.join(''))).toBe(plain(text))
      }),
    )
  })
})

const marks: readonly (readonly [string, string])[] = [
  ['*vet*', '∗vet∗'],
  ['_schuin_ en ~weg~', '＿schuin＿ en ∼weg∼'],
  ['```code```', '‵‵‵code‵‵‵'],
  ['> citaat', '› citaat'],
  ['post_adres@huis.nl en 2*3', 'post_adres@huis.nl en 2*3'],
]
test.each(marks)('%s is shown as it is written', (text, expected) => expect(unformatted(text)).toBe(expected))
