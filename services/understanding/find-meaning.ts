import type { WordsByLanguage } from '../../content/understanding-words.js'
import type { Command } from '../../content/vocabulary.js'
import type { Place } from '../places/place.js'
import {
  createReadReply,
  findExactOption,
  findLikeOption,
  optionForReply,
  readNumber,
  type Reply,
} from './choose-option.js'
import { createFindCommands, type FoundCommand, type FoundCommands } from './find-commands.js'
import { createFindTopics, type FoundTopics } from './find-topics.js'
import { createPhraseIndex, type Word } from './phrase-index.js'
import type { Expectation, Meaning } from './understood.js'

export interface Reading {
  readonly text: string
  /** Its normalised words. */
  readonly said: readonly string[]
  readonly message: readonly Word[]
  readonly expectation: Expectation
  /** Languages whose words are tried first, the conversation's in front. */
  readonly spoken: readonly string[]
  /** The message is the name of a language and nothing else. */
  readonly languageNamed: boolean
}
export interface Found {
  readonly meaning: Meaning
  readonly because: readonly string[]
}

/** Places asked about when a text could be several (contract of `Meaning`). */
const MOST_PLACES = 4
/** Without a question for it, a place is only heard in a message this short, or as a postcode. */
const SHORT_PLACE = 3
const POSTCODE = /^\s*\d{4}\s*(?:[a-z]{2})?\s*$/iu
/** Longest message that is only a greeting. */
const LONGEST_GREETING = 4
const ALWAYS = ['nl', 'en']

/** The order in which a message is read: what was on offer, commands, place, topics, greeting. */
export function createFindMeaning(words: WordsByLanguage, findPlaces: (text: string) => readonly Place[]) {
  const readReply = createReadReply(words)
  const findCommands = createFindCommands(words)
  const findTopics = createFindTopics(words)
  const greetings = createPhraseIndex(
    Object.values(words).flatMap(own => own.greetings.map(phrase => ({ phrase, value: 0 }))),
  )

  return function findMeaning(reading: Reading): Found {
    const { said, message, expectation, spoken } = reading
    const languages = [...new Set([...spoken, ...ALWAYS])]
    const reply = readReply(said, expectation.language)
    const onOffer = findOffered(reading, reply)
    if (onOffer) return onOffer
    if (message.length === 0) return unclear
    const commanded = findCommands(message, languages)
    if (commanded.whole) return command(commanded.whole)
    if (reading.languageNamed) return command({ command: 'language', because: '' })
    const like = findLikeOption(said.join(' '), expectation.options)
    if (like !== null) return choice(like)
    if (reply !== 'none' && reply !== 'yes') return command({ command: commandFor[reply], because: '' })
    const topics = findTopics(message, spoken)
    const beside = besideTopics(commanded, topics)
    if (beside) return command(beside)
    return findPlace(reading, topics) ?? about(topics) ?? greeting(message) ?? unclear
  }

  function findPlace({ text, message, expectation }: Reading, { topics }: FoundTopics): Found | null {
    const likely = expectation.place || POSTCODE.test(text) || (message.length <= SHORT_PLACE && topics.length === 0)
    if (!likely) return null
    const [first, ...more] = findPlaces(text)
    return first
      ? { meaning: { type: 'place', places: [first, ...more.slice(0, MOST_PLACES - 1)] }, because: [] }
      : null
  }

  function greeting(message: readonly Word[]): Found | null {
    if (message.length > LONGEST_GREETING) return null
    const [match] = greetings(message)
    return match ? { meaning: { type: 'greeting' }, because: [match.phrase] } : null
  }
}

/** Commands that share a message with other words, or come in a language nobody expected. */
function besideTopics({ part, elsewhere }: FoundCommands, { outright, touched }: FoundTopics): FoundCommand | null {
  if (part && (!outright || part.aboutUs)) return part
  return touched ? null : elsewhere
}

const unclear: Found = { meaning: { type: 'unclear' }, because: [] }
const choice = (option: string): Found => ({ meaning: { type: 'choice', option }, because: [] })

const command = ({ command: name, because }: { readonly command: Command; readonly because: string }): Found => ({
  meaning: { type: 'command', command: name },
  because: because === '' ? [] : [because],
})

/** A bare "no" where nobody asked is "not now": the door stays open and no tip follows (C5). */
const commandFor: Readonly<Record<Exclude<Reply, 'none' | 'yes'>, Command>> = {
  no: 'later',
  'dont-know': 'skip',
  'rather-not': 'skip',
}

function findOffered({ text, said, expectation: { options } }: Reading, reply: Reply): Found | null {
  const exact = findExactOption(text, said.join(' '), options)
  if (exact !== null) return choice(exact)
  // 0 is the one digit that never changes: it says "I am not safe" in every state
  if (readNumber(text) === 0) return command({ command: 'not-safe', because: '0' })
  const replied = optionForReply(reply, options)
  return replied === null ? null : choice(replied)
}

function about({ topics, because }: FoundTopics): Found | null {
  const [first, ...more] = topics
  return first ? { meaning: { type: 'topics', topics: [first, ...more] }, because } : null
}
