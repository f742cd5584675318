import { distanceKm } from '../../content/distance.js'
import type { Gazetteer, Position } from '../../content/schema/area.js'
import type { Place } from './place.js'

/** A shared position farther than this from every neighbourhood that we know is somewhere else. */
const FARTHEST_KM = 5

/**
 * The neighbourhood of a shared position; null when it lies outside. The position itself is not in the answer: it may be her
 * front door, and an area is all that is kept (H3).
 */
export function placeAt({ areas }: Gazetteer, position: Position): Place | null {
  let nearest: { readonly place: Place; readonly km: number } | null = null
  for (const area of areas) {
    if (area.level !== 'neighbourhood') continue
    const km = distanceKm(area.position, position)
    if (km <= FARTHEST_KM && (nearest === null || km < nearest.km))
      nearest = { place: { area: area.id, position: area.position }, km }
  }
  return nearest?.place ?? null
}
