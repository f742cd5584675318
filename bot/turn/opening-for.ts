import type { LanguageTable } from '../../content/language-table.js'
import { dialogs } from '../../dialogs/index.js'
import { promptOf, versionOf } from '../../dialogs/engine/prompt.js'
import { newSession } from '../../dialogs/engine/session.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import type { Live } from './decide.js'
import { languageMenu, message, openingMessage } from './opening.js'

/** What a page shows before anything was said: the opening and the first question, or the languages to choose from (B2). */
export function openingFor({ snapshot }: Live, table: LanguageTable, language: string | null): readonly Outbound[] {
  if (!language) return [languageMenu(table, 'nl')]
  const question = message(language, [{ key: 'kept.web' }], promptOf(dialogs, newSession(versionOf(dialogs))))
  return [openingMessage(snapshot, table, language), question]
}
