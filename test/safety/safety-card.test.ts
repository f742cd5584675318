import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { loadLanguageTable } from '../../content/language-table.js'
import { loadSafetyCards } from '../../content/safety-cards.js'
import { loadSafetyNumbers } from '../../content/safety-numbers.js'
import {
  labelLimits,
  loadSafetyTexts,
  parseSafetyTexts,
  safetyLabels,
  type LanguageSafetyTexts,
} from '../../content/safety-texts.js'
import { safetyCategories } from '../../content/vocabulary.js'
import type { SafetyRef } from '../../services/conversations/outbound.js'
import { choosableCategories, createSafetyCard, type SafetyCard } from '../../services/safety/safety-card.js'

const languages = loadLanguageTable().rows.map(({ code }) => code)
const texts = loadSafetyTexts(languages)
const cards = loadSafetyCards()
const numbers = loadSafetyNumbers()
const words = createSafetyCard({ texts, cards, numbers })

const MOST_SENTENCES = 3
const MOST_CHARACTERS = 600
const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?؟።፧])\s+/u).filter(sentence => sentence.trim() !== '')
const wordsOf = (sentence: string): number => sentence.split(/\s+/u).length

type Form = 'self' | 'other' | 'minor'
const forms: readonly Form[] = ['self', 'other', 'minor']
const refs = safetyCategories.flatMap(category =>
  forms.map((form): { name: string; form: Form; ref: SafetyRef } => ({
    name: `${category}, ${form}`,
    form,
    ref: { type: 'card', category, minor: form === 'minor', about: form === 'other' ? 'other' : 'self' },
  })),
)
const gentle = (minor: boolean): SafetyRef => ({ type: 'gentle', category: 'suicide', minor })
const numberOf = (tel: string) => numbers.find(({ number }) => number === tel)
const mainText = ({ paragraphs }: SafetyCard): string => paragraphs[0] ?? ''
const ofLanguage = (language: string): LanguageSafetyTexts => texts.get(language) ?? parseSafetyTexts(language, null)
const readTexts = (language: string): Readonly<Record<string, unknown>> =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(new URL(`../../content/languages/${language}/texts.json`, import.meta.url), 'utf8')))

describe.each(languages)('safety cards in %s', language => {
  test.each(refs)('$name: at most three sentences, none asks', ({ ref }) => {
    const text = mainText(words.card(ref, language))
    expect(sentencesOf(text).length).toBeLessThanOrEqual(MOST_SENTENCES)
    expect(text).not.toMatch(/[?؟፧]/u)
  })

  test.each(refs)('$name: fits one message, and no placeholder is left', ({ ref }) => {
    const card = words.card(ref, language)
    const all = [...card.paragraphs, ...card.view.dutch, ...card.view.calls.map(({ label }) => label)].join('\n')
    expect(all).not.toMatch(/[{}]/)
    expect(card.paragraphs.join('\n').length).toBeLessThanOrEqual(MOST_CHARACTERS)
  })

  test.each(refs)(
    '$name: the calls can be dialled, one is always open, and no other number is named',
    ({ ref, form }) => {
      const card = words.card(ref, language)
      const known = card.view.calls.map(({ tel }) => numberOf(tel))
      expect(known).not.toContain(undefined)
      expect(known.some(number => number?.hours === 'always')).toBe(true)
      expect(known[0]?.hours).toBe('always')
      if (form === 'minor') expect(known.map(number => number?.id)).toContain('kindertelefoon')
      for (const named of mainText(card).match(/\d[\d-]{2,}/g) ?? [])
        expect(card.view.calls.map(({ tel }) => tel)).toContain(named)
    },
  )

  test.each(refs)('$name: the Dutch stands beside it while nobody checked the language', ({ ref }) => {
    const card = words.card(ref, language)
    const marks = card.paragraphs.filter(paragraph => paragraph === ofLanguage(language).lines.unreviewed)
    expect(marks).toHaveLength(language === 'nl' ? 0 : 1)
    expect(card.view.dutch).toEqual(language === 'nl' ? [] : words.card(ref, 'nl').paragraphs)
  })

  test('every call label fits, shows its number and every button fits', () => {
    for (const { ref } of refs) {
      for (const { label, tel } of words.card(ref, language).view.calls) {
        expect(label).toContain(tel)
        expect([label, label.length <= labelLimits.call]).toEqual([label, true])
      }
    }
    for (const label of safetyLabels) expect(words.label(label, language).length).toBeLessThanOrEqual(labelLimits.row)
    for (const label of ['yes', 'no', 'go-on', 'not-safe'])
      expect(words.label(label, language).length).toBeLessThanOrEqual(labelLimits.button)
  })

  test('labels of categories differ from each other', () => {
    const labels = safetyLabels.map(label => words.label(label, language))
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('the gentle check asks one thing, with 113 and 112, and for a child the Kindertelefoon', () => {
    for (const minor of [false, true]) {
      const card = words.card(gentle(minor), language)
      expect(mainText(card).match(/[?؟፧]/gu)).toHaveLength(1)
      expect(sentencesOf(mainText(card)).length).toBeLessThanOrEqual(MOST_SENTENCES)
      expect(card.view.calls.map(({ tel }) => tel)).toEqual(minor ? ['113', '112', '0800-0432'] : ['113', '112'])
    }
  })

  test('no number stands in a text: they stand in their records', () => {
    expect(
      JSON.stringify({ ...ofLanguage(language), calls: Object.values(ofLanguage(language).calls) }).replace(
        /\{\{[\w-]+\}\}/g,
        '',
      ),
    ).not.toMatch(/\d{2}/)
  })

  test('buttons that a line names are called so on the screen', () => {
    const { lines } = ofLanguage(language)
    const screen = readTexts(language)
    expect(lines['delete-chat']).toContain(screen['web.exit'])
    expect(lines['same-day']).toContain(screen['action.person'])
    expect(words.label('not-safe', language)).toBe(screen['action.not-safe'])
  })

  test('when nothing can be looked up, the contact and 112 are given', () => {
    const down = words.down(language, 'Huis X, 020 1')
    expect(down).toContain('Huis X, 020 1')
    expect(down).toContain('112')
  })
})

describe('Dutch safety text', () => {
  const said = refs.flatMap(({ ref }) => words.card(ref, 'nl').paragraphs).flatMap(sentencesOf)

  test('has no sentence above 15 words, and 10 in the mean', () => {
    expect(said.filter(sentence => wordsOf(sentence) > 15)).toEqual([])
    expect(said.reduce((sum, sentence) => sum + wordsOf(sentence), 0) / said.length).toBeLessThanOrEqual(10)
  })

  test('holds no blame, pressure or promise', () => {
    expect(said.join(' ')).not.toMatch(
      /\bu moet|u krijgt|gegarandeerd|wij regelen|verplicht|vraag uw buren|je ouders|praat thuis/i,
    )
  })

  test.each(refs)('$name: 112, or for suicide 113, is what can be reached now', ({ ref }) => {
    const [call] = words.card(ref, 'nl').view.calls
    expect(['112', '113']).toContain(call?.tel)
  })
})

describe('the safety card', () => {
  test('says to a child that it is not its fault, in each category', () => {
    for (const { ref, form } of refs) {
      if (form === 'minor') expect(mainText(words.card(ref, 'nl'))).toContain('niet jouw schuld')
    }
  })

  test('names its text with version, and its numbers', () => {
    const card = words.card({ type: 'card', category: 'suicide', minor: false, about: 'self' }, 'tr')
    expect(card.sources).toEqual(['safety:suicide.text@1', 'safety-number:113@1', 'safety-number:112@1'])
  })

  test('answers an unknown language in Dutch, never with nothing', () => {
    const ref: SafetyRef = { type: 'card', category: 'weapon', minor: false, about: 'self' }
    expect(words.card(ref, 'xx').paragraphs).toEqual(words.card(ref, 'nl').paragraphs)
    expect(words.card(ref, 'xx').view.calls).not.toEqual([])
  })

  test('drops mark and Dutch once a language was reviewed', () => {
    const reviewed = new Map(texts).set('tr', { ...ofLanguage('tr'), state: 'reviewed' })
    const card = createSafetyCard({ texts: reviewed, cards, numbers }).card(gentle(false), 'tr')
    expect([card.paragraphs.length, card.view.dutch]).toEqual([1, []])
  })

  test('refuses to be built without a number that a call needs', () => {
    const fewer = numbers.filter(({ id }) => id !== 'veilig-thuis')
    expect(() => createSafetyCard({ texts, cards, numbers: fewer })).toThrow(/veilig-thuis/)
  })

  test('refuses to be built without Dutch', () => {
    expect(() => createSafetyCard({ texts: new Map(), cards, numbers })).toThrow(/nl/)
  })

  test('offers at most six categories to choose after "not safe"', () => {
    expect(choosableCategories.length).toBeLessThanOrEqual(6)
  })
})

describe('safety texts are complete or the start fails', () => {
  const whole = ofLanguage('nl')
  const { suicide, ...cardsWithout } = whole.cards
  const { town, ...linesWithout } = whole.lines
  test.each([
    { name: 'a category', data: { ...whole, cards: cardsWithout }, names: /tr\/safety\.json[^]*suicide/ },
    { name: 'a line', data: { ...whole, lines: linesWithout }, names: /tr\/safety\.json[^]*town/ },
    {
      name: 'the form for a child',
      data: { ...whole, cards: { ...whole.cards, suicide: { ...suicide, minor: '' } } },
      names: /minor/,
    },
    { name: 'the contact when all is down', data: { ...whole, down: town }, names: /contact/ },
    {
      name: 'a button that fits',
      data: { ...whole, labels: { ...whole.labels, 'not-safe': 'x'.repeat(21) } },
      names: /not-safe/,
    },
    { name: 'more than a draft', data: { ...whole, state: 'draft' }, names: /draft/ },
  ])('a language without $name', ({ data, names }) => {
    expect(() => parseSafetyTexts('tr', data)).toThrow(names)
  })

  test('a language without the file is named', () => {
    expect(() => loadSafetyTexts(['nl', 'xx'])).toThrow(/xx\/safety\.json/)
  })
})
