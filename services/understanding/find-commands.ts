import type { WordsByLanguage } from '../../content/understanding-words.js'
import { type Command, commands, questionsAboutUs } from '../../content/vocabulary.js'
import { words as wordsOf } from '../safety/normalise.js'
import { createPhraseIndex, type Match, type Word } from './phrase-index.js'

interface Spoken {
  readonly command: Command
  readonly language: string
}
export interface FoundCommand {
  readonly command: Command
  readonly because: string
  /** A question about the bot itself, which goes before any topic (A4). */
  readonly aboutUs: boolean
}

/** Longest message in which one command word is enough; it must be half of the words that are no function words. */
const SHORT_MESSAGE = 4
/** Longest message that a command of several words can be half of. */
const MEDIUM_MESSAGE = 8
/** Questions about the bot itself are answered wherever they stand in a message (A4). */
const ANYWHERE: readonly Command[] = questionsAboutUs
/** "He looks on my phone" is no wish to go on there: these are meant when nothing else is said. */
const ALONE: readonly Command[] = ['elsewhere']
/** These end, erase or rescue, and so are known in every language whatever the conversation's. */
const EVERYWHERE: readonly Command[] = ['stop', 'wipe', 'person', 'language', 'not-safe']

/** The ways in which a message holds a command; null where it does not. */
export interface FoundCommands {
  /** The whole message is a command in one of the languages tried first. */
  readonly whole: FoundCommand | null
  /** A short message holds one, or a longer one asks about the bot itself. */
  readonly part: FoundCommand | null
  /** The whole message is a command in any language; those that end, erase or rescue go first. */
  readonly elsewhere: FoundCommand | null
}

export function createFindCommands(words: WordsByLanguage) {
  const index = createPhraseIndex(
    Object.entries(words).flatMap(([language, own]) =>
      commands.flatMap(command => own.commands[command].map(phrase => ({ phrase, value: { command, language } }))),
    ),
  )
  const functionWords = new Map(
    Object.entries(words).map(([code, own]) => [code, new Set(own.functionWords.flatMap(wordsOf))]),
  )
  const isPart = (match: Match<Spoken>, message: readonly Word[]) => {
    const little = functionWords.get(match.value.language)
    const telling = message.filter(([word], at) => match.at.includes(at) || !little?.has(word)).length
    return isSaid(match, message.length, telling)
  }
  return function findCommands(message: readonly Word[], languages: readonly string[]): FoundCommands {
    const found = index(message)
    const near = ofLanguages(found, languages)
    const wholes = found.filter(match => match.at.length === message.length)
    return {
      whole: first(near.filter(match => match.at.length === message.length)),
      part: first(near.filter(match => isPart(match, message))),
      elsewhere: first(wholes.filter(match => EVERYWHERE.includes(match.value.command))) ?? first(wholes),
    }
  }
}

/** Matches in the order of the languages given, longest phrase first. */
function ofLanguages(found: readonly Match<Spoken>[], languages: readonly string[]): Match<Spoken>[] {
  return found
    .filter(match => languages.includes(match.value.language))
    .sort(
      (a, b) => b.at.length - a.at.length || languages.indexOf(a.value.language) - languages.indexOf(b.value.language),
    )
}

function isSaid({ at, value }: Match<Spoken>, length: number, telling: number): boolean {
  if (ALONE.includes(value.command)) return at.length === length
  if (at.length > 1 && ANYWHERE.includes(value.command)) return true
  const longest = at.length > 1 ? MEDIUM_MESSAGE : SHORT_MESSAGE
  return length <= longest && at.length * 2 >= telling && isNearlyUnbroken(at)
}

/** "Speak to a person" may stand for "speak to person". */
const isNearlyUnbroken = (at: readonly number[]) => (at.at(-1) ?? 0) - (at[0] ?? 0) <= at.length

function first(found: readonly Match<Spoken>[]): FoundCommand | null {
  const [match] = found
  if (!match) return null
  const { command } = match.value
  return { command, because: match.phrase, aboutUs: ANYWHERE.includes(command) }
}
