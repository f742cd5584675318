import { describe, expect, test } from '@jest/globals'
import { loadLanguageTable } from '../../content/language-table.js'
import { safetyCategories, type SafetyCategory } from '../../content/vocabulary.js'
import { check, dangerSentences, languages, ordinarySentences } from './danger-sets.js'

/** The agreed sets are small, so every sentence in them is heard (G1). */
const FEWEST_SENTENCES = 8
const FEWEST_ORDINARY = 30
/** How many ordinary messages may be answered wrongly: by a card, and by one gentle question. */
const MOST_CARDS = 0.03
const MOST_GENTLE = 0.08

/** A card for something more urgent names 112 and is right as well; one for something less urgent is not. */
const isUrgentEnough = (heard: SafetyCategory, meant: SafetyCategory) =>
  safetyCategories.indexOf(heard) <= safetyCategories.indexOf(meant)

test('every launch language has its sentences', () => {
  expect(languages.toSorted()).toEqual(
    loadLanguageTable()
      .rows.map(({ code }) => code)
      .toSorted(),
  )
})

describe.each(languages)('%s', code => {
  const sentences = dangerSentences(code)

  test.each(safetyCategories)('%s is heard', category => {
    const meant = sentences[category]
    expect(meant.length).toBeGreaterThanOrEqual(FEWEST_SENTENCES)
    const missed = meant
      .map(text => ({ text, heard: check(text) }))
      .filter(({ heard }) => heard.type !== 'danger' || !isUrgentEnough(heard.category, category))
    expect(missed).toEqual([])
  })

  test('idioms and overload are asked gently', () => {
    const wrong = sentences.gently
      .map(text => ({ text, heard: check(text) }))
      .filter(({ heard }) => heard.type !== 'ask-gently')
    expect(wrong).toEqual([])
  })

  test('ordinary messages are left alone', () => {
    const ordinary = ordinarySentences(code)
    expect(ordinary.length).toBeGreaterThanOrEqual(FEWEST_ORDINARY)
    const heard = ordinary.map(text => ({ text, heard: check(text) }))
    const cards = heard.filter(one => one.heard.type === 'danger')
    const gentle = heard.filter(one => one.heard.type === 'ask-gently')
    expect({ cards: cards.length <= ordinary.length * MOST_CARDS, which: cards }).toMatchObject({ cards: true })
    expect({ gentle: gentle.length <= ordinary.length * MOST_GENTLE, which: gentle }).toMatchObject({ gentle: true })
  })
})
