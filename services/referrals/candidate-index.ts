import type { Position } from '../../content/schema/area.js'
import type { Ability } from '../../content/vocabulary.js'
import { createColumns, passes, type Demands } from './columns.js'
import { companies, isIn, type Company } from './eligibility.js'
import type { Entry } from './entry.js'
import { createPoints, nearest, type Points } from './nearest.js'
import { steps } from './step.js'

/** What to look for. `accepts` is asked last, only about doors that are all the rest. */
export interface Search {
  readonly abilities: readonly Ability[]
  readonly company: Company
  /** Only doors where this language is spoken; null is any. */
  readonly language: string | null
  readonly from: Position
  /** How far, in metres. */
  readonly reach: number
  /** At most so many of each step, the nearest. */
  readonly most: number
  readonly demands: Demands
  readonly accepts: (entry: Entry) => boolean
}

export interface CandidateIndex {
  /** The nearest doors that are accepted, of every step some, each once, in no promised order. */
  find(search: Search): readonly Entry[]
  /** The nearest doors whatever they can do. For when nothing else fits (F13). */
  nearest(search: Omit<Search, 'abilities' | 'company' | 'language'>): readonly Entry[]
}

const METRES = 1000

/** A search tree over some doors; `numbers` are theirs in the list of all. */
interface Tree {
  readonly points: Points
  readonly numbers: readonly number[]
}

/**
 * One tree for each ability, company and step, and again for each language spoken there, so that a search walks only over
 * what can fit and stops at the nearest few. Immutable; built once a snapshot.
 */
export function createCandidateIndex(unordered: readonly Entry[]): CandidateIndex {
  const entries = neighboursTogether(unordered)
  const columns = createColumns(entries)
  const trees = buildTrees(entries)
  const all = buildTree(entries, [...entries.keys()])

  function nearestIn({ points, numbers }: Tree, search: NearestSearch): readonly Entry[] {
    const { from, most, reach, demands, accepts } = search
    const entryAt = (point: number) => entries[numbers[point] ?? NO_ENTRY]
    const found = nearest(points, {
      from,
      most,
      reach: reach / METRES,
      passes: point => passes(columns, numbers[point] ?? NO_ENTRY, demands),
      accepts: point => {
        const entry = entryAt(point)
        return entry !== undefined && accepts(entry)
      },
    })
    return found.flatMap(point => entryAt(point) ?? [])
  }

  return {
    find(search) {
      const found = new Set<Entry>()
      for (const ability of search.abilities)
        for (const step of steps) {
          const tree = trees.get(keyOf(ability, search.company, step, search.language))
          if (tree) for (const entry of nearestIn(tree, search)) found.add(entry)
        }
      return [...found]
    },
    nearest: search => nearestIn(all, search),
  }
}

type NearestSearch = Parameters<CandidateIndex['nearest']>[0]
const NO_ENTRY = -1

/** In the order of a search tree, so that doors asked about together lie together in memory. */
function neighboursTogether(entries: readonly Entry[]): readonly Entry[] {
  const { tree } = createPoints(entries.map(({ position }) => position))
  return [...tree.ids].flatMap(number => entries[number] ?? [])
}

const keyOf = (ability: Ability, company: Company, step: number, language: string | null): string =>
  `${ability}/${company}/${step}/${language ?? ''}`

function buildTrees(entries: readonly Entry[]): ReadonlyMap<string, Tree> {
  const groups = new Map<string, number[]>()
  const put = (key: string, number: number) => {
    const group = groups.get(key)
    if (group) group.push(number)
    else groups.set(key, [number])
  }
  for (const [number, entry] of entries.entries())
    for (const company of companies.filter(one => isIn(one, entry.gender)))
      for (const ability of entry.abilities)
        for (const language of [null, ...entry.languages]) put(keyOf(ability, company, entry.step, language), number)
  return new Map([...groups].map(([key, numbers]) => [key, buildTree(entries, numbers)]))
}

function buildTree(entries: readonly Entry[], numbers: readonly number[]): Tree {
  const positions = numbers.map(number => {
    const entry = entries[number]
    if (!entry) throw new Error('A tree is built of numbers of entries')
    return entry.position
  })
  return { points: createPoints(positions), numbers }
}
