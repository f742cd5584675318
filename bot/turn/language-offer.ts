import type { LanguageTable, OtherLanguage } from '../../content/language-table.js'
import { questionsAboutUs } from '../../content/vocabulary.js'
import type { Meaning, Understood } from '../../services/understanding/understood.js'
import type { Standing } from './decide.js'

/**
 * The language to propose after a message, or null. Never where one was chosen: a choice wins for ever (B3). Whoever writes
 * in a form of a language that is spoken here is offered that one (B4).
 */
export function languageToOffer(
  understood: Understood,
  { conversation, language }: Standing,
  table: LanguageTable,
): string | null {
  if (conversation.language !== null || understood.language.type === 'none') return null
  const { type, code: written } = understood.language
  const code = type === 'offer' ? written : otherIn(table, written)?.dialectOf
  return code !== undefined && code !== language && table.isOffered(code) ? code : null
}

/**
 * The language in which somebody writes, or for which she asks, and which is not spoken here; null when there is none. Said
 * once: not while the languages to choose from stand. Where her page or link proposed a language, only what was not
 * understood in it counts: close languages are easily taken for each other. A person or a stop goes before it.
 */
export function languageNotSpoken(
  { language, meaning }: Understood,
  { conversation }: Standing,
  table: LanguageTable,
): OtherLanguage | null {
  if (language.type !== 'unsupported') return null
  const other = otherIn(table, language.code)
  if (!other || other.dialectOf !== undefined) return null
  if (meaning.type === 'command' && meaning.command === 'language') return other
  const menuStands = conversation.offered.some(({ id }) => id.startsWith('lang:'))
  if (conversation.language !== null || menuStands) return null
  const { proposed } = conversation
  if (proposed !== null) return isLost(meaning) && proposed !== other.nearest ? other : null
  return isLost(meaning) || isKept(meaning) ? other : null
}

const isLost = ({ type }: Meaning): boolean => type === 'unclear' || type === 'greeting'

/** What can wait until there is a language to answer in. */
function isKept(meaning: Meaning): boolean {
  if (meaning.type === 'command') return questionsAboutUs.some(question => question === meaning.command)
  return meaning.type === 'topics' || meaning.type === 'place'
}

const otherIn = (table: LanguageTable, code: string): OtherLanguage | undefined =>
  table.others.find(other => other.code === code)
