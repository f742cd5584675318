import type { SafetyCategory } from '../../content/vocabulary.js'
import type { Role, RoleTag, SoftTag } from './danger-phrases.js'
import type { Hit } from './phrase-finder.js'

/** What stands around a phrase of danger. Words of one language never change a phrase of another. */
export interface Nearby {
  /** How many phrases with this role lie wholly between two words. */
  roles(role: Role, language: string, from: number, to: number): number
  /** Whether a softening word stands, or reaches, between two words. */
  softens(category: SafetyCategory, language: string, from: number, to: number): boolean
}

/** Looks only at the few words around a phrase, so that many phrases and many roles do not multiply. */
export function createNearby(roles: readonly Hit<RoleTag>[], soft: readonly Hit<SoftTag>[]): Nearby {
  const byStart = groupBy(roles, ({ start }) => start)
  const byEnd = groupBy(soft, ({ end }) => end)
  return {
    roles(role, language, from, to) {
      let count = 0
      for (let at = from; at <= to; at += 1) {
        for (const { tag, end } of byStart.get(at) ?? []) {
          if (tag.role === role && tag.language === language && end <= to) count += 1
        }
      }
      return count
    },
    softens(category, language, from, to) {
      for (let at = from; at <= to; at += 1) {
        const found = byEnd.get(at)?.some(({ tag }) => tag.category === category && tag.language === language)
        if (found === true) return true
      }
      return false
    },
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>()
  for (const item of items) {
    const known = groups.get(keyOf(item))
    if (known) known.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
