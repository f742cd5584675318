import { distance } from 'fastest-levenshtein'
import type { WordsByLanguage } from '../../content/understanding-words.js'
import { normalise } from '../safety/normalise.js'
import type { Expectation } from './understood.js'

type Options = Expectation['options']

/** Shortest text that is read as a cut-off label, and shortest word in which a typo is forgiven (A6). */
const SHORTEST_CUT_OFF = 4
const FARTHEST_TYPO = 1
/** Beyond this many words a message is a sentence and no yes or no. */
const LONGEST_YES = 3
/** Option ids that "don't know" and "rather not say" stand for, the closest first. */
const UNKNOWN_IDS = ['unknown', 'skip']
const SKIP_IDS = ['skip', 'unknown']

/** A number alone, or after a word or sign that people put before a number ("nr 2", "optie 2", "2.", "#2"). */
const NUMBER = /^\s*(?:[\p{L}]{1,8}[.:]?\s*|[#№]\s*)?(\d{1,2})\s*[.)\]:°]?\s*$/u
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\s)+/u
const KEYCAP = /[\ufe0f\u20e3]/gu

/** What a bare yes, no, "don't know" or "rather not" says; `none` for everything else. */
export type Reply = 'yes' | 'no' | 'dont-know' | 'rather-not' | 'none'

/** Id, label, number or emoji of an option, exactly. `plain` is the normalised text. Null when it is none of them. */
export function findExactOption(text: string, plain: string, options: Options): string | null {
  if (options.length === 0) return null
  const id = text.trim()
  const exact = options.find(option => option.id === id || (plain !== '' && plain === normalise(option.label)))
  return exact?.id ?? numberedOption(text, options) ?? (plain === '' ? emojiOption(text, options) : null)
}

/** The number a message consists of, in any digit script or as keycap emoji; null when it is no number from 0 to 99. */
export function readNumber(text: string): number | null {
  const digits = NUMBER.exec(asciiDigits(text))?.[1]
  return digits === undefined ? null : Number(digits)
}

const asciiDigits = (text: string) =>
  text
    .replace('🔟', '10')
    .replace(KEYCAP, '')
    .replace(/[\p{Nd}\u1369-\u1371]/gu, digit => normalise(digit))

function numberedOption(text: string, options: Options): string | null {
  const number = readNumber(text)
  return number === null ? null : (options[number - 1]?.id ?? null)
}

function emojiOption(text: string, options: Options): string | null {
  const sent = emojiOf(text)
  if (sent === '') return null
  const meant = options.filter(({ label }) => emojiOf(label) === sent)
  return meant.length === 1 ? (meant[0]?.id ?? null) : null
}

/** The emoji with which a text starts, without the selectors and skin tones that phones add. */
const emojiOf = (text: string) => (EMOJI.exec(text)?.[0] ?? '').replace(/\s|\ufe0f|\p{Emoji_Modifier}/gu, '')

/** Yes, no, "don't know" and "rather not say" of every language at once (A6); the conversation's own wins. */
export function createReadReply(words: WordsByLanguage) {
  const replies = new Map(Object.entries(words).map(([code, own]) => [code, repliesOf(own)]))
  const all = new Map([...replies.values()].flatMap(own => [...own]).reverse())
  return function readReply(said: readonly string[], language: string): Reply {
    const look = (phrase: string) => replies.get(language)?.get(phrase) ?? all.get(phrase)
    const whole = look(said.join(' '))
    if (whole !== undefined) return whole
    if (said.length > LONGEST_YES) return 'none'
    const [first = 'none', ...more] = said.map(word => look(word) ?? 'none')
    return more.every(reply => reply === first) ? first : 'none'
  }
}

function repliesOf(own: WordsByLanguage[string]): Map<string, Reply> {
  const rows: readonly (readonly [Reply, readonly string[]])[] = [
    ['yes', own.yes],
    ['no', own.no],
    ['dont-know', own.dontKnow],
    ['rather-not', own.ratherNot],
  ]
  return new Map(rows.flatMap(([reply, list]) => list.map((phrase): [string, Reply] => [normalise(phrase), reply])))
}

/** The option that a bare reply stands for; null when none such is on offer. */
export function optionForReply(reply: Reply, options: Options): string | null {
  const wanted = { yes: ['yes'], no: ['no'], 'dont-know': UNKNOWN_IDS, 'rather-not': SKIP_IDS, none: [] }[reply]
  return wanted.find(id => options.some(option => option.id === id)) ?? null
}

/** An option by a cut-off label (`said` is normalised), a typo at distance 1 or one word of its label; null unless just one fits. */
export function findLikeOption(said: string, options: Options): string | null {
  if (said.length < SHORTEST_CUT_OFF) return null
  const labels = options.map(({ id, label }) => ({ id, label: normalise(label) }))
  return (
    onlyOne(labels.filter(({ label }) => label.startsWith(said))) ??
    onlyOne(labels.filter(({ label }) => isTypo(said, label))) ??
    (said.includes(' ')
      ? null
      : onlyOne(labels.filter(({ label }) => label.split(' ').some(word => isSameWord(said, word)))))
  )
}

const onlyOne = (fitting: readonly { readonly id: string }[]) =>
  fitting.length === 1 ? (fitting[0]?.id ?? null) : null

const isSameWord = (said: string, word: string) => said === word || isTypo(said, word)

/** Digits are never a typo: "4 to 12" is not "4 to 13". */
function isTypo(said: string, label: string): boolean {
  if (label.length < SHORTEST_CUT_OFF || Math.abs(said.length - label.length) > FARTHEST_TYPO) return false
  return said.replace(/\D/g, '') === label.replace(/\D/g, '') && distance(said, label) <= FARTHEST_TYPO
}
