import type { LanguageTable } from '../../content/language-table.js'
import type { Phrase } from '../../content/phrase.js'
import type { TextKey } from '../../content/text-key.js'
import { languageName } from '../../content/texts.js'
import type { CardRef, OfferRef, Outbound, SafetyRef } from '../../services/conversations/outbound.js'
import { cardView, type CardSources } from './card-view.js'
import type { CardView, MessageView, OptionView, SafetyView } from './message-view.js'

/** The locked safety texts, as far as a message needs them. */
export interface SafetyWords {
  readonly card: (
    safety: SafetyRef,
    language: string,
  ) => { readonly paragraphs: readonly string[]; readonly view: SafetyView; readonly sources: readonly string[] }
  readonly label: (label: 'yes' | 'no' | 'go-on' | 'not-safe' | string, language: string) => string
}

export interface RenderSources extends CardSources {
  readonly table: LanguageTable
  readonly safetyWords: SafetyWords
}

/** What works in every state, as buttons (A8, A9, and "not safe" of digit 0). */
const alwaysActions = [
  { id: 'not-safe', icon: '🛟' },
  { id: 'person', icon: '🙋' },
  { id: 'back', icon: '↩️' },
  { id: 'language', icon: '🌐' },
] as const

/** One stored message in words. Facts and hours are those of this moment, so a message shown again is true again. */
export function renderMessage(said: Outbound, sources: RenderSources, young = false): MessageView {
  const { language } = said
  const safety = said.safety ? sources.safetyWords.card(said.safety, language) : null
  const cards = said.cards
    .map(ref => cardView(ref, language, sources))
    .filter((view): view is CardView => view !== null)
  return {
    language,
    direction: directionOf(language, sources),
    paragraphs: safety ? safety.paragraphs : said.phrases.map(phrase => sayPhrase(phrase, language, sources, young)),
    cards,
    question: said.ask ? sayPhrase(said.ask, language, sources, young) : '',
    options: said.offers.map(offer => optionView(offer, language, sources)),
    always: said.always
      ? alwaysActions.map(action => ({ ...action, label: alwaysLabel(action.id, language, sources) }))
      : [],
    safety: safety?.view ?? null,
    sources: sourcesOf(said, safety?.sources ?? []),
  }
}

/** The words of an option, as they are offered and as they may be typed back. */
export function offerLabel(
  { label }: OfferRef,
  language: string,
  sources: Pick<RenderSources, 'texts' | 'table' | 'safetyWords'>,
): string {
  if ('text' in label) return sources.texts.text(label.text, language)
  if ('term' in label) return capitalised(sources.texts.term(label.term, language), language)
  if ('name' in label) return label.name
  if ('language' in label) return ownName(label.language, sources)
  return sources.safetyWords.label(label.safety, language)
}

/** A term stands alone on a button, so it begins as a sentence does. */
const capitalised = (term: string, language: string): string =>
  term.slice(0, 1).toLocaleUpperCase(language) + term.slice(1)

/** Texts of the youth route have a version that says "je" (C3). */
function sayPhrase(phrase: Phrase, language: string, { texts }: RenderSources, young: boolean): string {
  const key = young ? youngKey(phrase.key) : phrase.key
  return texts.phrase({ ...phrase, key }, language)
}

const youngKeys: Partial<Record<TextKey, TextKey>> = {
  'where.ask': 'where.ask.young',
  'where.again': 'where.again.young',
  'refer.found': 'refer.found.young',
  'refer.person': 'refer.person.young',
  'after.ask': 'after.ask.young',
  'bye.stop': 'bye.stop.young',
  'bye.done': 'bye.done.young',
}
const youngKey = (key: TextKey): TextKey => youngKeys[key] ?? key

function optionView(offer: OfferRef, language: string, sources: RenderSources): OptionView {
  const view = { id: offer.id, label: offerLabel(offer, language, sources), icon: offer.icon ?? '' }
  if (!('language' in offer.label)) return view
  const code = offer.label.language
  return { ...view, language: code, direction: directionOf(code, sources) }
}

function alwaysLabel(
  id: (typeof alwaysActions)[number]['id'],
  language: string,
  { texts, safetyWords }: RenderSources,
): string {
  return id === 'not-safe' ? safetyWords.label('not-safe', language) : texts.text(`action.${id}`, language)
}

const directionOf = (language: string, { table }: Pick<RenderSources, 'table'>): 'ltr' | 'rtl' =>
  table.rows.find(({ code }) => code === language)?.direction ?? 'ltr'

const ownName = (language: string, { table, texts }: Pick<RenderSources, 'table' | 'texts'>): string =>
  table.rows.find(({ code }) => code === language)?.ownName ?? languageName(texts, language, 'nl')

/** What every word of the message traces to (C8). */
function sourcesOf(said: Outbound, safety: readonly string[]): readonly string[] {
  const phrases = [...said.phrases, ...(said.ask ? [said.ask] : [])].map(({ key }) => `text:${key}`)
  return [...phrases, ...said.cards.map((card: CardRef) => `record:${card.record}`), ...safety]
}
