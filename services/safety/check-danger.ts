import type { DangerWords } from '../../content/danger-words.js'
import { safetyCategories, type SafetyCategory } from '../../content/vocabulary.js'
import type { Danger } from './danger.js'
import {
  dangerPhrases,
  ownNegations,
  rolePhrases,
  softPhrases,
  type DangerTag,
  type RoleTag,
  type SoftTag,
} from './danger-phrases.js'
import { createNearby, type Nearby } from './hits-nearby.js'
import { lookedAt } from './looked-at.js'
import { createPhraseFinder, type Hit, type PlacedText } from './phrase-finder.js'
import { growPhraseTree } from './phrase-tree.js'
import { createRunTogetherFinder } from './run-together.js'
import { scriptsOf, scriptsOfPattern, type Script } from './scripts-of.js'
import { agePhrases, isMinor, type AgeTag } from './stated-minor.js'

type Tag = DangerTag | RoleTag | SoftTag | AgeTag

/** How far from a phrase a word may stand that softens it. */
const SOFTENS_WITHIN = 3

/**
 * Hears danger in a text, in all languages at once, because people mix them. Pure: no store, cloud, network or clock, so
 * it runs before anything is written and answers when everything else is down (G1). Total: any string gives an answer.
 * The most urgent category wins; a phrase that is turned round, an idiom or overload is asked gently (G5).
 */
export function createCheckDanger(dangerWords: readonly DangerWords[]): (text: string) => Danger {
  const hear = createHear(dangerWords)
  return text => hear(text).danger
}

/**
 * The check together with the steps it took, for showing that its cost grows with the length of the text only. Phrases are
 * prepared when the first text of their script comes (some tenths of a second, once), so that the service starts at once.
 */
export function createHear(dangerWords: readonly DangerWords[]) {
  const listeners = new Map<Script, Listener>()
  const negationsOf = new Map(dangerWords.map(({ language, negations }) => [language, negations]))
  const listenerFor = (script: Script): Listener => {
    const known = listeners.get(script) ?? createListener(dangerWords, script)
    listeners.set(script, known)
    return known
  }

  return (text: string): { readonly danger: Danger; readonly steps: number } => {
    const words = lookedAt(text)
    const heard = [...scriptsOf(words)].map(script => listenerFor(script)(words))
    const hits = heard.flatMap(one => one.hits)
    const minor = isMinor(words, hits.filter(isAge))
    const steps = heard.reduce((sum, one) => sum + one.steps, words.length)
    const joined = heard.flatMap(one => one.joined)
    if (joined.length === 0 && !hits.some(isDanger)) return { danger: { type: 'none', minor }, steps }

    const roles = hits.filter(isRole)
    const nearby = createNearby(roles, hits.filter(isSoft))
    const dangers = heard.flatMap(one => one.withoutHarmless().filter(isDanger))
    const judged = [
      ...dangers.map(hit => judge(hit, nearby, negationsOf.get(hit.tag.language) ?? [])),
      ...joined.map(category => ({ category, gently: false, self: true })),
    ]
    const elsewhere = roles.some(({ tag }) => tag.role === 'other')
    return { danger: conclude(judged, elsewhere, minor), steps: steps * 2 }
  }
}

type Listener = ReturnType<typeof createListener>

/** Finds everything that phrases in one script say. */
function createListener(dangerWords: readonly DangerWords[], script: Script) {
  const phrases = dangerWords
    .flatMap(words => [...dangerPhrases(words), ...rolePhrases(words), ...softPhrases(words), ...agePhrases(words)])
    .filter(({ pattern }) => scriptsOfPattern(pattern).has(script))
  const tree = growPhraseTree<Tag>(phrases)
  const finder = createPhraseFinder(tree)
  const findJoined = createRunTogetherFinder(tree)

  return (words: readonly string[]) => {
    const placed = finder.place(words)
    const { hits, steps } = finder.walk(placed)
    const joined = findJoined(words)
    const harmless = hits.filter(hit => isRole(hit) && hit.tag.role === 'harmless')
    return {
      hits,
      steps: steps + joined.steps,
      joined: joined.tags.flatMap(tag => (tag.type === 'danger' && !tag.gently ? [tag.category] : [])),
      /** The same once more, without the words of everyday phrases ("my phone is dead"). */
      withoutHarmless: () =>
        harmless.some(one => hits.some(hit => isDanger(hit) && hit.start <= one.end && hit.end >= one.start))
          ? finder.walk(without(placed, harmless)).hits
          : hits,
    }
  }
}

const isDanger = (hit: Hit<Tag>): hit is Hit<DangerTag> => hit.tag.type === 'danger'
const isRole = (hit: Hit<Tag>): hit is Hit<RoleTag> => hit.tag.type === 'role'
const isSoft = (hit: Hit<Tag>): hit is Hit<SoftTag> => hit.tag.type === 'soft'
const isAge = (hit: Hit<Tag>): hit is Hit<AgeTag> =>
  hit.tag.type === 'age' || hit.tag.type === 'age-alone' || hit.tag.type === 'not-age'

interface Judged {
  readonly category: SafetyCategory
  readonly gently: boolean
  readonly self: boolean
}

function conclude(judged: readonly Judged[], elsewhere: boolean, minor: boolean): Danger {
  const certain = mostUrgent(judged.filter(({ gently }) => !gently))
  if (certain !== null) {
    const self = judged.some(({ gently, category, self }) => !gently && category === certain && self)
    return { type: 'danger', category: certain, minor, about: elsewhere && !self ? 'other' : 'self' }
  }
  const possible = mostUrgent(judged)
  return possible === null ? { type: 'none', minor } : { type: 'ask-gently', category: possible, minor }
}

const mostUrgent = (judged: readonly Judged[]): SafetyCategory | null =>
  safetyCategories.find(category => judged.some(one => one.category === category)) ?? null

function judge({ tag, start, end }: Hit<DangerTag>, nearby: Nearby, negations: readonly string[]): Judged {
  // "Ik wil niet dood": the negation stands inside the phrase or right before it.
  const denied = nearby.roles('negation', tag.language, start - 1, end)
  const turnedRound = denied > 0 && denied > ownNegations(tag, negations)
  const softened = nearby.softens(tag.category, tag.language, start - SOFTENS_WITHIN, end + SOFTENS_WITHIN)
  return {
    category: tag.category,
    gently: tag.gently || turnedRound || softened,
    self: nearby.roles('self', tag.language, start, end) > 0,
  }
}

function without(placed: PlacedText, hits: readonly Hit<Tag>[]): PlacedText {
  const left = [...placed]
  for (const { start, end } of hits) left.fill([], start, end + 1)
  return left
}
