import { distanceKm } from '../../content/distance.js'
import type { Gazetteer } from '../../content/schema/area.js'
import { localities, type Locality, type NameMatch, type Target } from './name-index.js'
import type { Place } from './place.js'

/** More than four candidates cannot be asked about on one screen (understood.ts). */
const maxPlaces = 4
/** A name this near to a postcode in the same message says the same once more. */
const samePlaceAsPostcodeKm = 2.5
/** A neighbourhood this near to a landmark in the same message says where the landmark is. */
const samePlaceAsLandmarkKm = 1

interface Candidate extends Target {
  readonly edits: number
  readonly from: number
}

/** Of all names heard, the places that are meant: right spelling before typos, longer before shorter, local before wide. */
export function createChoosePlaces({ areas }: Gazetteer): (matches: readonly NameMatch[]) => readonly Place[] {
  const parents = new Map(areas.map(({ id, parent }) => [id, parent]))
  const liesIn = (area: string, wider: string): boolean => {
    const parent = parents.get(area) ?? null
    return parent !== null && (parent === wider || liesIn(parent, wider))
  }
  return matches => {
    const candidates = withoutDoubtful(withoutOverlap(matches)).sort(mostLocalFirst)
    const kept: Candidate[] = []
    for (const candidate of candidates) {
      if (!kept.some(other => saysTheSame(other, candidate, liesIn))) kept.push(candidate)
    }
    return kept.slice(0, maxPlaces).map(({ place }) => place)
  }
}

const rank = (locality: Locality) => localities.indexOf(locality)

/** Each word is heard once: in the exact name that covers it, else in the longest of the likeliest typos. */
function withoutOverlap(matches: readonly NameMatch[]): Candidate[] {
  const length = ({ from, to }: NameMatch) => to - from
  const order = [...matches].sort(
    (a, b) => Math.sign(a.edits) - Math.sign(b.edits) || length(b) - length(a) || a.edits - b.edits || a.from - b.from,
  )
  const taken: NameMatch[] = []
  for (const match of order) {
    if (!taken.some(other => match.from < other.to && other.from < match.to)) taken.push(match)
  }
  return taken.flatMap(({ targets, edits, from }) => targets.map(target => ({ ...target, edits, from })))
}

/** A typo counts only where nothing as local was spelled right. */
function withoutDoubtful(candidates: Candidate[]): Candidate[] {
  const sure = candidates.filter(({ edits }) => edits === 0)
  const surest = Math.min(...sure.map(({ locality }) => rank(locality)))
  if (surest <= rank('neighbourhood')) return sure
  return candidates.filter(({ edits, locality }) => edits === 0 || rank(locality) < surest)
}

function mostLocalFirst(a: Candidate, b: Candidate): number {
  return rank(a.locality) - rank(b.locality) || a.edits - b.edits || a.from - b.from
}

/** Whether `wider` adds nothing to the more local `kept`. */
function saysTheSame(kept: Candidate, wider: Candidate, liesIn: (area: string, wider: string) => boolean): boolean {
  if (kept.place.area === wider.place.area && kept.place.pc4 === wider.place.pc4) return true
  if (liesIn(kept.place.area, wider.place.area)) return true
  if (kept.from === wider.from || rank(wider.locality) > rank('neighbourhood')) return false
  const km = distanceKm(kept.place.position, wider.place.position)
  if (kept.locality === 'postcode' && wider.locality !== 'postcode') return km <= samePlaceAsPostcodeKm
  return kept.locality === 'landmark' && wider.locality === 'neighbourhood' && km <= samePlaceAsLandmarkKm
}
