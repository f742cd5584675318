import type { SafetyCards } from '../../content/safety-cards.js'
import type { SafetyNumber } from '../../content/safety-numbers.js'
import {
  callIds,
  safetyLabels,
  type CallId,
  type LanguageSafetyTexts,
  type SafetyLabel,
  type SafetyTexts,
} from '../../content/safety-texts.js'
import type { SafetyCategory } from '../../content/vocabulary.js'
import type { SafetyRef } from '../conversations/outbound.js'

/** What a resident can choose after "not safe", where only 112 is certain; the rest is found by writing it. */
export const choosableCategories = [
  'domestic-violence',
  'suicide',
  'child-danger',
  'sexual-violence',
  'stalking',
  'homeless-tonight',
] as const satisfies readonly SafetyCategory[]

export interface SafetyCardParts {
  readonly texts: SafetyTexts
  readonly cards: SafetyCards
  readonly numbers: readonly SafetyNumber[]
}

/** A safety message in words, from locked texts only (G4). */
export interface SafetyCard {
  readonly paragraphs: readonly string[]
  readonly view: {
    readonly calls: readonly { readonly label: string; readonly tel: string }[]
    readonly dutch: readonly string[]
  }
  readonly sources: readonly string[]
}

/** Said for an overload as for danger: the two numbers that are always open (G5). */
const gentleCalls: readonly CallId[] = ['113', '112']
const gentleMinorCalls: readonly CallId[] = [...gentleCalls, 'kindertelefoon']

/** The language every safety text exists in, shown beside a translation nobody checked (B5). */
const DUTCH = 'nl'

/** The locked words of safety, for every channel. */
export interface SafetyWords {
  readonly card: (ref: SafetyRef, language: string) => SafetyCard
  /** Words of a button: yes, no, go-on, not-safe or a category. An unknown one is given back as it came. */
  readonly label: (label: string, language: string) => string
  /** What is said when nothing can be looked up: one human contact, and the number for danger (O3). */
  readonly down: (language: string, contact: string) => string
}

/**
 * Pure and without any store, so it answers when all else is down (O3). An unknown language is answered in Dutch; it never
 * gives no number. Throws at once, not at the first call for help, when Dutch or the number of a call is missing.
 */
export function createSafetyCard(parts: SafetyCardParts): SafetyWords {
  checkParts(parts)
  return {
    card: (ref, language) => cardOf(ref, language, parts),
    label: (label, language) => labelOf(label, textsOf(parts.texts, language)),
    down: (language, contact) => fillIn(textsOf(parts.texts, language).down, parts.numbers, { contact }),
  }
}

function cardOf(ref: SafetyRef, language: string, parts: SafetyCardParts): SafetyCard {
  const texts = textsOf(parts.texts, language)
  const dutch = textsOf(parts.texts, DUTCH)
  const twin = texts !== dutch && texts.state !== 'reviewed' ? dutch : null
  const calls = callsOf(ref, parts.cards).map(id => ({ id, number: getNumber(parts.numbers, id) }))
  return {
    paragraphs: [...paragraphs(ref, texts, parts), ...(twin ? [texts.lines.unreviewed] : [])],
    view: {
      calls: calls.map(({ id, number }) => callOf(number, texts.calls[id])),
      dutch: twin ? paragraphs(ref, twin, parts) : [],
    },
    sources: [
      `safety:${textId(ref)}@${texts.version}`,
      ...calls.map(({ id, number }) => `safety-number:${id}@${number.version}`),
    ],
  }
}

function labelOf(label: string, { gentle, labels }: LanguageSafetyTexts): string {
  if (label === 'yes' || label === 'no') return gentle[label]
  return isSafetyLabel(label) ? labels[label] : label
}

const isSafetyLabel = (label: string): label is SafetyLabel => safetyLabels.some(known => known === label)

function paragraphs(
  ref: SafetyRef,
  texts: LanguageSafetyTexts,
  { cards, numbers }: SafetyCardParts,
): readonly string[] {
  if (ref.type === 'gentle') return [fillIn(ref.minor ? texts.gentle.minor : texts.gentle.text, numbers)]
  const lines = cards[ref.category].lines.map(names => names.map(name => texts.lines[name]).join(' '))
  return [texts.cards[ref.category][formOf(ref)], ...lines].map(text => fillIn(text, numbers))
}

/** A child's form fits both cases: it may not know how to help another either. */
const formOf = (ref: SafetyRef & { type: 'card' }) => (ref.minor ? 'minor' : ref.about === 'other' ? 'other' : 'text')

const textId = (ref: SafetyRef): string =>
  ref.type === 'gentle' ? `gentle.${ref.minor ? 'minor' : 'text'}` : `${ref.category}.${formOf(ref)}`

function callsOf(ref: SafetyRef, cards: SafetyCards): readonly CallId[] {
  if (ref.type === 'gentle') return ref.minor ? gentleMinorCalls : gentleCalls
  const card = cards[ref.category]
  if (ref.minor) return card.minorCalls
  return ref.about === 'other' ? (card.otherCalls ?? card.calls) : card.calls
}

const callOf = ({ number, also }: SafetyNumber, words: string) => ({
  label: words.replaceAll('{{number}}', number).replaceAll('{{also}}', also ?? number),
  tel: number,
})

/** Numbers stand once, in their records; a text names them by id. */
const fillIn = (
  text: string,
  numbers: readonly SafetyNumber[],
  values: Readonly<Record<string, string>> = {},
): string => text.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => values[name] ?? getNumber(numbers, name).number)

function getNumber(numbers: readonly SafetyNumber[], id: string): SafetyNumber {
  const found = numbers.find(number => number.id === id)
  if (!found) throw new Error(`the safety texts name "${id}", which is not in content/safety/numbers.json`)
  return found
}

function textsOf(texts: SafetyTexts, language: string): LanguageSafetyTexts {
  const found = texts.get(language) ?? texts.get(DUTCH)
  if (!found) throw new Error('the safety texts need Dutch: add content/languages/nl/safety.json')
  return found
}

function checkParts({ texts, numbers }: SafetyCardParts): void {
  textsOf(texts, DUTCH)
  callIds.forEach(id => getNumber(numbers, id))
  for (const language of texts.values()) {
    const cards = Object.values(language.cards).flatMap(card => Object.values(card))
    const said = [...cards, ...Object.values(language.lines), ...Object.values(language.gentle)]
    said.forEach(text => fillIn(text, numbers))
    fillIn(language.down, numbers, { contact: '' })
  }
}
