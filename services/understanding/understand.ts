import type { LanguageTable } from '../../content/language-table.js'
import type { WordsByLanguage } from '../../content/understanding-words.js'
import type { Day, ReferralTopic } from '../../content/vocabulary.js'
import type { Place } from '../places/place.js'
import { words as wordsOf } from '../safety/normalise.js'
import { createFindMeaning } from './find-meaning.js'
import { createFindLanguageName } from './find-language-name.js'
import { createFindUrgency } from './find-urgency.js'
import { createPhraseIndex, readWords } from './phrase-index.js'
import { createProposeLanguage } from './propose-language.js'
import type { Expectation, LanguageProposal, Meaning, Understood } from './understood.js'

export interface UnderstandingParts {
  readonly words: WordsByLanguage
  readonly languages: LanguageTable
  /** Places a text may name, best first; none for a text that names none. */
  readonly findPlaces: (text: string) => readonly Place[]
  /** Whether the writer states an age under 18 of herself. */
  readonly statedMinor: (text: string) => boolean
}

/** Everything the understanding takes from a message. `today` only sharpens what a named weekday means. */
export type Understand = (text: string, expectation: Expectation, today?: Day) => Understood

/** Longest part of a message that is read, in UTF-16 units; WhatsApp allows 4,096, a worry fits in far less. */
export const MOST_READ = 2000

/** A picture, voice note, file or sticker: the channel knows, no text is read (B7). */
export const attachmentUnderstood: Understood = {
  meaning: { type: 'attachment' },
  urgency: 'none',
  about: 'self',
  minor: false,
  language: { type: 'none' },
  because: [],
}

/** A bailiff or a bill has a date; a cup of coffee on Monday is no deadline. */
const DATED: readonly ReferralTopic[] = [
  'money-letter',
  'money-debt',
  'money-cannot-pay',
  'money-benefit',
  'money-food',
]

/**
 * Builds the understanding once. What it returns is pure and total: every string has a meaning, the same string always
 * the same one, and no network, clock or store is asked. Danger is checked before it, elsewhere.
 */
export function createUnderstand({ words, languages, findPlaces, statedMinor }: UnderstandingParts): Understand {
  const proposeLanguage = createProposeLanguage(languages, words)
  const findLanguageName = createFindLanguageName(languages, words)
  const findMeaning = createFindMeaning(words, findPlaces)
  const findUrgency = createFindUrgency(words)
  const others = createPhraseIndex(
    Object.entries(words).flatMap(([language, own]) => own.other.map(phrase => ({ phrase, value: language }))),
  )
  const nearest = new Map(languages.others.map(({ code, nearest: near }) => [code, near]))

  return (whole, expectation, today) => {
    const text = whole.slice(0, MOST_READ)
    const said = wordsOf(text)
    const message = readWords(said)
    const named = findLanguageName(said)
    const language = named === null ? proposeLanguage(text, said) : proposalFor(named, languages)
    const spoken = [...new Set([expectation.language, ...spokenIn(language, nearest)])]
    const { meaning, because } = findMeaning({
      text,
      said,
      message,
      expectation,
      spoken,
      languageNamed: named !== null,
    })
    return {
      meaning,
      urgency: findUrgency(message, spoken, { dated: isDated(meaning), today: today ?? null }),
      about: others(message).some(({ value }) => spoken.includes(value) || value === 'nl') ? 'other' : 'self',
      minor: statedMinor(text),
      language,
      because,
    }
  }
}

const proposalFor = (code: string, languages: LanguageTable): LanguageProposal => ({
  type: languages.isOffered(code) ? 'offer' : 'unsupported',
  code,
})

/** Languages whose words are tried: the one proposed, or the launch language nearest to it. */
function spokenIn(language: LanguageProposal, nearest: ReadonlyMap<string, string>): string[] {
  switch (language.type) {
    case 'none':
      return []
    case 'offer':
      return [language.code]
    case 'unsupported':
      return [nearest.get(language.code) ?? language.code]
  }
}

const isDated = (meaning: Meaning) => meaning.type === 'topics' && meaning.topics.some(topic => DATED.includes(topic))
