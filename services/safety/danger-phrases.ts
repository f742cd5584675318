import type { DangerWords } from '../../content/danger-words.js'
import { safetyCategories, type SafetyCategory } from '../../content/vocabulary.js'
import type { Phrase } from './phrase-tree.js'

export interface DangerTag {
  readonly type: 'danger'
  readonly language: string
  readonly category: SafetyCategory
  readonly gently: boolean
  readonly pattern: string
}

export type Role = 'harmless' | 'negation' | 'self' | 'other'
export interface RoleTag {
  readonly type: 'role'
  readonly language: string
  readonly role: Role
}

export interface SoftTag {
  readonly type: 'soft'
  readonly language: string
  readonly category: SafetyCategory
}

export function dangerPhrases({ language, categories, gently }: DangerWords): readonly Phrase<DangerTag>[] {
  const tagged = (pattern: string, category: SafetyCategory, asIdiom: boolean): Phrase<DangerTag> => ({
    pattern,
    tag: { type: 'danger', language, category, gently: asIdiom, pattern },
    exact: false,
  })
  return safetyCategories.flatMap(category => [
    ...(categories[category] ?? []).map(pattern => tagged(pattern, category, false)),
    ...(gently[category] ?? []).map(pattern => tagged(pattern, category, true)),
  ])
}

/** How many negations belong to the phrase itself ("ik wil niet meer leven"). */
export function ownNegations({ pattern }: DangerTag, negations: readonly string[]): number {
  const holds = (slot: string) => slot.split(/[|+]/).some(word => negations.includes(word.replace('*', '')))
  return pattern.split(/[ _]/).filter(holds).length
}

export function rolePhrases({ language, harmless, negations, self, other }: DangerWords): readonly Phrase<RoleTag>[] {
  const tagged =
    (role: Role) =>
    (pattern: string): Phrase<RoleTag> => ({
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

export function softPhrases({ language, softens }: DangerWords): readonly Phrase<SoftTag>[] {
  return safetyCategories.flatMap(category =>
    (softens[category] ?? []).map((pattern): Phrase<SoftTag> => ({
      pattern,
      tag: { type: 'soft', language, category },
      exact: true,
    })),
  )
}
