import type { Gazetteer } from '../../content/schema/area.js'
import type { Place } from './place.js'

/** The place of an area that was chosen by id; undefined when the gazetteer has no such area. */
export function placeFor(gazetteer: Gazetteer, area: string): Place | undefined {
  const found = gazetteer.areas.find(({ id }) => id === area)
  return found && { area: found.id, position: found.position }
}
