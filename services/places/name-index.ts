import type { Area, Gazetteer } from '../../content/schema/area.js'
import { nameTokens, type NameToken } from './name-tokens.js'
import { articles, ordinaryWords } from './ordinary-words.js'
import type { Place } from './place.js'

/** From the most local to the widest. */
export const localities = ['postcode', 'landmark', 'neighbourhood', 'district', 'city'] as const
export type Locality = (typeof localities)[number]

/** One thing that a name can mean. */
export interface Target {
  readonly place: Place
  readonly locality: Locality
}

/** A name in the spelling of `nameTokens`, without spaces. */
export interface Name {
  /** Doubled letters made single: what is compared. */
  readonly single: string
  /** As written, before letters were made single. */
  readonly spellings: Set<string>
  readonly tokens: number
  /** Also an ordinary word: then it names a place only where a place is clearly meant. */
  readonly ordinary: boolean
  /** With its article written on to it; misspelt it would be too many other words ("demeer", "demek"). */
  readonly articled: boolean
  readonly targets: Target[]
}

/** A name heard in a text: the tokens it covers, and how many letters differ. */
export interface NameMatch {
  readonly from: number
  readonly to: number
  readonly edits: number
  readonly targets: readonly Target[]
}

/** Every name of a gazetteer by its single spelling. */
export type NameIndex = ReadonlyMap<string, Name>

/** Under this many letters `bos` and `boss` are different words, so doubled letters count. */
export const doubledLettersCountUnder = 6

/** Own names go in before aliases, so that where both are spelled alike the own name is the first candidate. */
export function createNameIndex({ areas, landmarks }: Gazetteer): NameIndex {
  const byId = new Map(areas.map(area => [area.id, area]))
  const places = [
    ...areas.map(area => ({ name: area.name, aliases: area.aliases, target: areaTarget(area) })),
    ...landmarks.flatMap(landmark => {
      const position = landmark.position ?? byId.get(landmark.area)?.position
      if (position === undefined) return []
      const target: Target = { place: { area: landmark.area, position }, locality: 'landmark' }
      return [{ name: landmark.name, aliases: landmark.aliases, target }]
    }),
  ]
  const index = new Map<string, Name>()
  for (const { name, target } of places) addName(index, name, target)
  for (const { aliases, target } of places) for (const alias of aliases) addName(index, alias, target)
  return index
}

const areaTarget = (area: Area): Target => ({ place: { area: area.id, position: area.position }, locality: area.level })

/** A name that begins with an article is also found without it. */
function addName(index: Map<string, Name>, name: string, target: Target): void {
  const tokens = nameTokens(name)
  const articled = tokens.length > 1 && articles.has(tokens[0]?.text ?? '')
  addSpelling(index, tokens, target, articled)
  if (articled) addSpelling(index, tokens.slice(1), target, false)
}

function addSpelling(index: Map<string, Name>, tokens: readonly NameToken[], target: Target, articled: boolean): void {
  const spelling = tokens.map(({ text }) => text).join('')
  const single = joinSingle(tokens)
  if (single.length === 0) return
  const known = index.get(single)
  if (known === undefined) {
    const ordinary = ordinaryWords.has(spelling)
    const spellings = new Set([spelling])
    index.set(single, { single, spellings, tokens: tokens.length, ordinary, articled, targets: [target] })
    return
  }
  known.spellings.add(spelling)
  const same = ({ place, locality }: Target) => place.area === target.place.area && locality === target.locality
  if (!known.targets.some(same)) known.targets.push(target)
}

/** The single spelling of the tokens from `from` to before `to`: also where one ends as the next begins. */
export function joinSingle(tokens: readonly NameToken[], from = 0, to = tokens.length): string {
  let joined = ''
  for (let at = from; at < to; at += 1) joined = appendSingle(joined, tokens[at])
  return joined
}

/** Adds one more token to a single spelling. */
export function appendSingle(joined: string, token: NameToken | undefined): string {
  const single = token?.single ?? ''
  const first = single.charAt(0)
  return first > '9' && joined.endsWith(first) ? joined + single.slice(1) : joined + single
}
