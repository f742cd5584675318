import { MOST_SENTENCES } from '../../content/checks/check-length.js'
import { QUESTION_MARK } from '../../content/checks/check-questions.js'
import { isSentence, sentencesIn } from '../../content/checks/sentences.js'
import type { Offer } from '../engine/event.js'
import type { Dialogs } from '../engine/prompt.js'
import type { Turn } from './play.js'
import type { Edge, Explored } from './explore.js'

/** Flat words of one language, as content holds them. */
export interface ProofWords {
  readonly texts: Readonly<Record<string, string>>
  readonly terms: Readonly<Record<string, string>>
}

export interface WordingLimits {
  /** Characters of an option with its pictogram and the space between, on the narrowest channel. */
  readonly label: number
  /** Characters of a message with its question. */
  readonly message: number
  /** Options of one question. */
  readonly offers: number
}

/** A label that is offered somewhere, with the pictogram that stands before it. */
export interface Label {
  readonly key: string
  readonly icon: string
}

/** Every text that any turn can say, `.young` variants included: whoever states to be a minor hears those. */
export function keysSaid({ edges, states }: Explored, known: ReadonlySet<string>): ReadonlySet<string> {
  const plain = new Set<string>()
  for (const { turn } of edges) for (const key of keysOf(turn)) plain.add(key)
  for (const { prompt } of states)
    for (const { label } of prompt.offers) if (!('name' in label)) plain.add(keyOfLabel(label))
  return new Set([...plain].flatMap(key => (known.has(`${key}.young`) ? [key, `${key}.young`] : [key])))
}

const keyOfLabel = (label: Offer['label']): string => ('text' in label ? label.text : 'term' in label ? label.term : '')

function keysOf({ says, prompt }: Turn): readonly string[] {
  return [...says, ...(prompt ? [prompt.say] : [])].map(({ key }) => key)
}

/** Every label with its pictogram, as the dialogs offer them. Areas are proper names and are for the content checks. */
export function labelsOf({ states }: Explored): readonly Label[] {
  const labels = new Map<string, Label>()
  for (const { prompt } of states) {
    for (const { label, icon = '' } of prompt.offers) {
      const key = keyOfLabel(label)
      if (key) labels.set(`${icon} ${key}`, { key, icon })
    }
  }
  return [...labels.values()]
}

/** All keys that a dialog file names, reached or not. */
export function keysNamed(dialogs: Dialogs): ReadonlySet<string> {
  return new Set(JSON.stringify(dialogs).match(/(?<=")[a-z]+[a-z0-9.-]*(?=")/g) ?? [])
}

/** What is missing or too long in one language. Empty when every path can be said whole. */
export function wordingFailures(
  explored: Explored,
  language: string,
  words: ProofWords,
  limits: WordingLimits,
): readonly string[] {
  const all = { ...words.texts, ...words.terms }
  const said = keysSaid(explored, new Set(Object.keys(all)))
  const missing = [...said].filter(key => all[key] === undefined).map(key => `${language} has no "${key}"`)
  const tooLong = labelsOf(explored).flatMap(({ key, icon }) => {
    const shown = icon ? `${icon} ${all[key] ?? ''}` : (all[key] ?? '')
    return shown.length <= limits.label
      ? []
      : [`${language}: "${shown}" (${key}) has ${shown.length} characters, at most ${limits.label} fit`]
  })
  const longest = longestMessage(explored.edges, all)
  const over =
    longest.length > limits.message
      ? [`${language}: a message of ${longest.length} characters (${longest.keys.join(', ')})`]
      : []
  return [...missing, ...tooLong, ...over]
}

/** Messages of more than three sentences or two questions in all, each named by its texts (C1). For the language that C1 sets. */
export function wholeMessageFailures({ edges }: Explored, language: string, { texts }: ProofWords): readonly string[] {
  const failures = new Set<string>()
  for (const { turn } of edges) {
    const said = keysOf(turn)
      .map(key => texts[key] ?? '')
      .filter(isSentence)
    const sentences = said.flatMap(sentencesIn).length
    const questions = said.join(' ').match(QUESTION_MARK)?.length ?? 0
    if (sentences > MOST_SENTENCES) failures.add(`${language}: ${sentences} sentences (${keysOf(turn).join(', ')})`)
    if (questions > 1) failures.add(`${language}: ${questions} questions (${keysOf(turn).join(', ')})`)
  }
  return [...failures]
}

/** The longest thing said in one turn with its question, placeholders unfilled; cards have limits of their own. */
export function longestMessage(
  edges: readonly Edge[],
  words: Readonly<Record<string, string>>,
): { readonly length: number; readonly keys: readonly string[] } {
  let longest: { length: number; keys: readonly string[] } = { length: 0, keys: [] }
  for (const { turn } of edges) {
    if (turn.cards) continue
    const keys = keysOf(turn)
    const length = keys.map(key => words[key] ?? '').join('\n').length
    if (length > longest.length) longest = { length, keys }
  }
  return longest
}

/** Questions with more options than a channel shows at once. */
export function offerFailures({ states }: Explored, limits: WordingLimits): readonly string[] {
  return states
    .filter(({ prompt }) => prompt.offers.length > limits.offers)
    .map(
      ({ prompt, session }) =>
        `${session.dialog}.${session.step} offers ${prompt.offers.length} options, at most ${limits.offers} fit`,
    )
}
