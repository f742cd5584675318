import type { DangerWords } from '../../content/danger-words.js'
import { safetyCategories, type SafetyCategory } from '../../content/vocabulary.js'
import type { Danger } from './danger.js'
import { lookedAt } from './looked-at.js'
import { createPhraseFinder, type Hit } from './phrase-finder.js'
import { growPhraseTree, type Phrase } from './phrase-tree.js'
import { createRunTogetherFinder } from './run-together.js'
import { agePhrases, isMinor, type AgeTag } from './stated-minor.js'

interface DangerTag {
  readonly type: 'danger'
  readonly language: string
  readonly category: SafetyCategory
  readonly gently: boolean
  /** Negations that belong to the phrase itself ("ik wil niet meer leven"). */
  readonly ownNegations: number
}

type Role = 'harmless' | 'negation' | 'self' | 'other'
interface RoleTag {
  readonly type: 'role'
  readonly language: string
  readonly role: Role
}

interface SoftTag {
  readonly type: 'soft'
  readonly language: string
  readonly category: SafetyCategory
}

/** How far from a phrase a word may stand that softens it. */
const SOFTENS_WITHIN = 3

type Tag = DangerTag | RoleTag | SoftTag | AgeTag
const isDanger = (tag: Tag): tag is DangerTag => tag.type === 'danger'

/**
 * Hears danger in a text, in all languages at once, because people mix them. Pure: no store, cloud, network or clock, so
 * it runs before anything is written and answers when everything else is down (G1). Total: any string gives an answer.
 * The most urgent category wins; a phrase that is turned round, an idiom or overload is asked gently (G5).
 */
export function createCheckDanger(dangerWords: readonly DangerWords[]): (text: string) => Danger {
  const hear = createHear(dangerWords)
  return text => hear(text).danger
}

/** The check together with the steps it took, for showing that its cost grows with the length of the text only. */
export function createHear(dangerWords: readonly DangerWords[]) {
  const tree = growPhraseTree<Tag>(
    dangerWords.flatMap(words => [...dangerPhrases(words), ...rolePhrases(words), ...softPhrases(words), ...agePhrases(words)]),
  )
  const find = createPhraseFinder(tree)
  const findJoined = createRunTogetherFinder(tree)

  return (text: string): { readonly danger: Danger; readonly steps: number } => {
    const words = lookedAt(text)
    const all = find(words)
    const { dangers: everywhere, roles, soft, ages } = sort(all.hits)
    const left = withoutHarmless(words, roles)
    const again = left === words ? null : find(left)
    const joined = findJoined(words)
    const judged = [
      ...(again === null ? everywhere : sort(again.hits).dangers).map(hit => judge(hit, roles, soft)),
      ...joined.tags
        .filter(isDanger)
        .filter(({ gently }) => !gently)
        .map(({ category }) => ({ category, gently: false, self: true })),
    ]
    return {
      danger: conclude(judged, roles.some(({ tag }) => tag.role === 'other'), isMinor(words, ages)),
      steps: words.length + all.steps + (again?.steps ?? 0) + joined.steps,
    }
  }
}

function sort(hits: readonly Hit<Tag>[]) {
  const dangers: Hit<DangerTag>[] = []
  const roles: Hit<RoleTag>[] = []
  const soft: Hit<SoftTag>[] = []
  const ages: Hit<AgeTag>[] = []
  for (const { tag, ...where } of hits) {
    if (tag.type === 'danger') dangers.push({ tag, ...where })
    else if (tag.type === 'role') roles.push({ tag, ...where })
    else if (tag.type === 'soft') soft.push({ tag, ...where })
    else ages.push({ tag, ...where })
  }
  return { dangers, roles, soft, ages }
}

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

function judge(
  { tag, start, end }: Hit<DangerTag>,
  roles: readonly Hit<RoleTag>[],
  soft: readonly Hit<SoftTag>[],
): Judged {
  const near = (role: Role, from: number) =>
    roles.filter(
      hit => hit.tag.role === role && hit.tag.language === tag.language && hit.start >= from && hit.end <= end,
    ).length
  // "Ik wil niet dood": the negation stands inside the phrase or right before it.
  const turnedRound = near('negation', start - 1) > tag.ownNegations
  const softened = soft.some(
    hit =>
      hit.tag.language === tag.language &&
      hit.tag.category === tag.category &&
      hit.start <= end + SOFTENS_WITHIN &&
      hit.end >= start - SOFTENS_WITHIN,
  )
  return { category: tag.category, gently: tag.gently || turnedRound || softened, self: near('self', start) > 0 }
}

function withoutHarmless(words: readonly string[], roles: readonly Hit<RoleTag>[]): readonly string[] {
  const harmless = roles.filter(({ tag }) => tag.role === 'harmless')
  if (harmless.length === 0) return words
  const left = [...words]
  for (const { start, end } of harmless) left.fill('', start, end + 1)
  return left
}

function dangerPhrases(dangerWords: DangerWords) {
  const { language, categories, gently, negations } = dangerWords
  const tagged = (pattern: string, category: SafetyCategory, asIdiom: boolean): Phrase<DangerTag> => ({
    pattern,
    tag: { type: 'danger', language, category, gently: asIdiom, ownNegations: ownNegations(pattern, negations) },
    exact: false,
  })
  return safetyCategories.flatMap(category => [
    ...(categories[category] ?? []).map(pattern => tagged(pattern, category, false)),
    ...(gently[category] ?? []).map(pattern => tagged(pattern, category, true)),
  ])
}

function ownNegations(pattern: string, negations: readonly string[]): number {
  return pattern.split(/[ _+]/).filter(slot => slot.split('|').some(word => negations.includes(word))).length
}

function rolePhrases({ language, harmless, negations, self, other }: DangerWords) {
  const tagged = (role: Role) => (pattern: string): Phrase<RoleTag> => ({
    pattern,
    tag: { type: 'role', language, role },
    exact: role === 'harmless' || role === 'negation',
  })
  return [
    ...harmless.map(tagged('harmless')),
    ...negations.map(tagged('negation')),
    ...self.map(tagged('self')),
    ...other.map(tagged('other')),
  ]
}

function softPhrases({ language, softens }: DangerWords): readonly Phrase<SoftTag>[] {
  return safetyCategories.flatMap(category =>
    (softens[category] ?? []).map(pattern => ({ pattern, tag: { type: 'soft', language, category }, exact: true })),
  )
}
