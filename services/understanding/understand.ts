import type { LanguageTable } from '../../content/language-table.js'
import type { WordsByLanguage } from '../../content/understanding-words.js'
import type { Day, ReferralTopic } from '../../content/vocabulary.js'
import type { Place } from '../places/place.js'
import { words as wordsOf } from '../safety/normalise.js'
import { createFindMeaning } from './find-meaning.js'
import { createFindLanguageName } from './find-language-name.js'
import { createFindUrgency } from './find-urgency.js'
import { readWords } from './phrase-index.js'
import { createProposeLanguage } from './propose-language.js'
import { createSaysAny } from './says-any.js'
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
  ruling: false,
  quiet: false,
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

/** What can be sought in a quiet place. */
const COMPANY: readonly ReferralTopic[] = ['meeting-people', 'language-lesson', 'talk-to-human']

/**
 * Builds the understanding once. What it returns is pure and total: every string has a meaning, the same string always
 * the same one, and no network, clock or store is asked. Danger is checked before it, elsewhere.
 */
export function createUnderstand({ words, languages, findPlaces, statedMinor }: UnderstandingParts): Understand {
  const proposeLanguage = createProposeLanguage(languages, words)
  const findLanguageName = createFindLanguageName(languages, words)
  const findMeaning = createFindMeaning(words, findPlaces)
  const findUrgency = createFindUrgency(words)
  const saysOther = createSaysAny(words, 'other')
  const saysRuling = createSaysAny(words, 'rulings')
  const saysIfWorking = createSaysAny(words, 'ifWorking')
  const saysQuiet = createSaysAny(words, 'quiet')
  const nearest = new Map(languages.others.map(({ code, nearest: near }) => [code, near]))

  return (whole, expectation, today) => {
    const text = whole.slice(0, MOST_READ)
    const said = wordsOf(text)
    const message = readWords(said)
    const named = findLanguageName(said)
    const language = named === null ? proposeLanguage(text, said) : proposalFor(named, languages)
    const spoken = [...new Set([expectation.language, ...spokenIn(language, nearest)])]
    const ifWorking = saysIfWorking(message, spoken)
    const ruling = ifWorking || saysRuling(message, spoken)
    const { meaning: found, because } = findMeaning({
      text,
      said,
      message,
      expectation,
      spoken,
      languageNamed: named !== null,
    })
    const meaning = withoutSmallCommand(found, ruling, ifWorking)
    return {
      meaning,
      urgency: findUrgency(message, spoken, { dated: isDated(meaning), today: today ?? null }),
      about: saysOther(message, spoken) ? 'other' : 'self',
      ruling,
      quiet: isCompany(meaning) && saysQuiet(message, spoken),
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

/** "How much help do I get" asks for no help with the chat, nor "do I lose benefit if I work" about it (A4, D3). */
function withoutSmallCommand(meaning: Meaning, ruling: boolean, ifWorking: boolean): Meaning {
  if (meaning.type !== 'command') return meaning
  if (meaning.command === 'touches-benefit' && ifWorking) return { type: 'topics', topics: ['money-benefit'] }
  return meaning.command === 'help' && ruling ? { type: 'unclear' } : meaning
}

/** A noisy child or neighbour is no wish for a quiet place. */
const isCompany = (meaning: Meaning) =>
  meaning.type === 'unclear' || (meaning.type === 'topics' && meaning.topics.every(topic => COMPANY.includes(topic)))

const isDated = (meaning: Meaning) => meaning.type === 'topics' && meaning.topics.some(topic => DATED.includes(topic))
