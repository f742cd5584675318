import type { Snapshot } from '../../content/snapshot.js'
import type { LanguageTable } from '../../content/language-table.js'
import type { Phrase } from '../../content/phrase.js'
import type { Prompt } from '../../dialogs/engine/event.js'
import type { OfferRef, Outbound } from '../../services/conversations/outbound.js'

/** What everybody is told first: what this is, who runs it, what is kept (A3, H6). */
export function openingPhrases(snapshot: Snapshot, table: LanguageTable, language: string): readonly Phrase[] {
  const { runBy, municipal } = snapshot.info
  const row = table.rows.find(({ code }) => code === language)
  const hello: Phrase = runBy
    ? { key: municipal ? 'opening.hello.municipal' : 'opening.hello', values: { runBy: { name: runBy } } }
    : { key: 'opening.hello.demo' }
  return row?.texts === 'reviewed' ? [hello] : [hello, { key: 'opening.unreviewed' }]
}

export function openingMessage(snapshot: Snapshot, table: LanguageTable, language: string): Outbound {
  return message(language, openingPhrases(snapshot, table, language))
}

/** The languages to choose from: the proposed one first, each by its own name (B1, B2). */
export function languageMenu(table: LanguageTable, language: string): Outbound {
  const rows = [...table.rows].toSorted((a, b) => Number(b.code === language) - Number(a.code === language))
  const offers = rows.map(({ code }): OfferRef => ({ id: `lang:${code}`, label: { language: code } }))
  return { ...message(language, []), ask: { key: 'language.ask' }, offers }
}

/** A message of phrases, with the question's options when there is one. */
export function message(language: string, phrases: readonly Phrase[], prompt?: Prompt): Outbound {
  return {
    language,
    phrases,
    ask: prompt?.say ?? null,
    cards: [],
    offers: prompt?.offers ?? [],
    always: true,
    safety: null,
  }
}
