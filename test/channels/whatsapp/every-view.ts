import { loadContent, type Content } from '../../../bot/load-content.js'
import type { MessageView } from '../../../bot/rendering/message-view.js'
import { cardView } from '../../../bot/rendering/card-view.js'
import { renderMessage, type RenderSources } from '../../../bot/rendering/render-message.js'
import { safetyMessage } from '../../../bot/turn/decide.js'
import { languageMenu, message, openingMessage } from '../../../bot/turn/opening.js'
import { createSnapshot } from '../../../content/snapshot.js'
import { safetyCategories } from '../../../content/vocabulary.js'
import { explore } from '../../../dialogs/proof/explore.js'
import { dialogs } from '../../../dialogs/index.js'
import type { CardRef, Outbound } from '../../../services/conversations/outbound.js'
import { createSafetyCard } from '../../../services/safety/safety-card.js'
import { createOpenings } from '../../../services/schedule/openings.js'

export const PACKS = ['amsterdam-example', 'overvecht-example'] as const
/** Monday 23 November 2026, 10:00 in Amsterdam. */
export const NOW = Date.UTC(2026, 10, 23, 9, 0)

export interface Pack {
  readonly name: string
  readonly content: Content
  readonly sources: RenderSources
}

/** The words and facts of a pack, composed without a store or a turn. */
export const packs: readonly Pack[] = PACKS.map(name => {
  const content = loadContent(name)
  const { texts, table, safetyTexts, safetyCards, safetyNumbers, calendar, pack } = content
  const safetyWords = createSafetyCard({ texts: safetyTexts, cards: safetyCards, numbers: safetyNumbers })
  const sources = {
    texts,
    table,
    safetyWords,
    snapshot: createSnapshot(pack),
    openings: createOpenings(calendar),
    now: NOW,
  }
  return { name, content, sources }
})

export const languages = (packs[0]?.content.table.rows ?? []).map(({ code }) => code)

/** What every turn of every dialog says, once each; cards are put in by whoever shows it. */
const readDialogs = (): readonly { readonly said: Outbound; readonly withCards: boolean }[] => {
  const different = new Map<string, { said: Outbound; withCards: boolean }>()
  for (const { turn } of explore(dialogs).edges) {
    const said = message('nl', turn.says, turn.prompt ?? undefined)
    const key = JSON.stringify([turn.says, turn.prompt, turn.cards])
    if (!different.has(key)) different.set(key, { said, withCards: turn.cards })
  }
  return [...different.values()]
}

/** Every safety message: each category for oneself, for another, for a child, and the gentle question. */
export const safetyMessages = (language: string): readonly Outbound[] =>
  safetyCategories.flatMap(category =>
    [true, false].flatMap(minor => [
      ...(['self', 'other'] as const).map(about => safetyMessage(language, { type: 'card', category, minor, about })),
      safetyMessage(language, { type: 'gentle', category, minor }),
    ]),
  )

/** A reference to every record, matched in every way there is, so that its line of reasons is the longest. */
export function refsOf({ sources }: Pack): readonly CardRef[] {
  const reasons: CardRef['reasons'] = [
    { type: 'topic', topic: 'money-cannot-pay' },
    { type: 'language', language: 'ti' },
    { type: 'near' },
    { type: 'open-now' },
  ]
  return [...sources.snapshot.records.values()].flatMap(({ id, stops }): CardRef[] => {
    const ref = { record: id, metres: 1234, reasons, topic: 'money-letter' } as const
    return stops.length > 0 ? stops.map(stop => ({ ...ref, stop: stop.id })) : [ref]
  })
}

/** Three cards as a message can hold them: those with the longest names, and every record once. */
export function triplesOf(pack: Pack, language: string): readonly (readonly CardRef[])[] {
  const byName = refsOf(pack)
    .flatMap(ref => {
      const card = cardView(ref, language, pack.sources)
      return card ? [{ ref, length: card.title.length }] : []
    })
    .toSorted((a, b) => b.length - a.length)
    .map(({ ref }) => ref)
  return Array.from({ length: Math.ceil(byName.length / 3) }, (_, index) => byName.slice(3 * index, 3 * index + 3))
}

let known: ReturnType<typeof readDialogs> | null = null
/** Read once, by whoever asks first: it takes some seconds. */
const saidByDialogs = () => (known ??= readDialogs())

/** Everything that can be said in a language, with the cards of a pack; what has no cards only for the first pack. */
export function everyView(pack: Pack, language: string): readonly MessageView[] {
  const { sources } = pack
  const [longest = [], ...triples] = triplesOf(pack, language)
  const withCards = saidByDialogs().filter(said => said.withCards)
  const some = withCards[0]
  const area = [...sources.snapshot.areas.values()].toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? ''
  const inLanguage = (said: Outbound, cards: readonly CardRef[] = []): Outbound => ({
    ...said,
    language,
    cards,
    offers: said.offers.map(offer => ('name' in offer.label ? { ...offer, label: { name: area } } : offer)),
  })
  const spoken = pack === packs[0] ? saidByDialogs() : withCards
  const all = [
    openingMessage(sources.snapshot, sources.table, language),
    languageMenu(sources.table, language),
    ...safetyMessages(language),
    ...spoken.map(({ said, withCards: cards }) => inLanguage(said, cards ? longest : [])),
    ...(some ? triples.map(cards => inLanguage(some.said, cards)) : []),
    ...(some ? longest.map(card => inLanguage(some.said, [card])) : []),
  ]
  const views = all.flatMap(said => [renderMessage(said, sources), renderMessage(said, sources, true)])
  return [...new Map(views.map(view => [JSON.stringify(view), view])).values()]
}
