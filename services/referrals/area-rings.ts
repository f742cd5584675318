import type { Area } from '../../content/schema/area.js'
import type { Snapshot } from '../../content/snapshot.js'

/** How far an area is from the one asked about (F10): 0 the same, 1 bordering, 2 in the same district, 3 elsewhere. */
export type Ring = 0 | 1 | 2 | 3

/** Rings of an area, worked out when first asked for; as many are kept as there are areas. */
export function createRings({ areas }: Snapshot): (area: string | null) => ReadonlyMap<string, Ring> {
  const known = new Map<string, ReadonlyMap<string, Ring>>()
  const none: ReadonlyMap<string, Ring> = new Map()
  return area => {
    if (area === null) return none
    if (!areas.has(area)) return ringsAround(area, areas)
    const rings = known.get(area) ?? ringsAround(area, areas)
    known.set(area, rings)
    return rings
  }
}

/** The ring of every area as seen from one. An area that is not in the map is elsewhere. */
function ringsAround(id: string, areas: ReadonlyMap<string, Area>): ReadonlyMap<string, Ring> {
  const rings = new Map<string, Ring>()
  const mark = (area: string, ring: Ring) => {
    for (const inside of areas.values()) {
      if (!rings.has(inside.id) && isInside(inside.id, area, areas)) rings.set(inside.id, ring)
    }
  }
  rings.set(id, 0)
  mark(id, 0)
  // A bordering neighbourhood is round the corner; a bordering district may lie over the water.
  const next: Ring = areas.get(id)?.level === 'neighbourhood' ? 1 : 2
  for (const neighbour of areas.get(id)?.neighbours ?? []) mark(neighbour, next)
  const district = ancestors(id, areas).find(area => areas.get(area)?.level === 'district')
  if (district !== undefined) mark(district, 2)
  return rings
}

const isInside = (id: string, outer: string, areas: ReadonlyMap<string, Area>): boolean =>
  id === outer || ancestors(id, areas).includes(outer)

/** The areas that hold this one, the smallest first. Stops at an area that holds itself. */
function ancestors(id: string, areas: ReadonlyMap<string, Area>): readonly string[] {
  const found: string[] = []
  let parent = areas.get(id)?.parent ?? null
  while (parent !== null && !found.includes(parent)) {
    found.push(parent)
    parent = areas.get(parent)?.parent ?? null
  }
  return found
}
