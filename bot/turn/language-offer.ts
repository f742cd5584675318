import type { LanguageTable } from '../../content/language-table.js'
import type { Understood } from '../../services/understanding/understood.js'
import type { Standing } from './decide.js'

/** The language to propose after a message, or null. Never where one was chosen: a choice wins for ever (B3). */
export function languageToOffer(
  understood: Understood,
  { conversation, language }: Standing,
  table: LanguageTable,
): string | null {
  if (conversation.language !== null || understood.language.type !== 'offer') return null
  const { code } = understood.language
  return code !== language && table.isOffered(code) ? code : null
}
