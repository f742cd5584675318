import type { Position } from './schema/area.js'

/** Kilometres in a degree of latitude: the circumference of the earth over 360. */
export const kmPerDegree = 40_008 / 360

/** As the crow flies on a flat map: within one city good to a metre in a thousand. */
export function distanceKm([latitude, longitude]: Position, [toLatitude, toLongitude]: Position): number {
  const narrowing = Math.cos((latitude * Math.PI) / 180)
  return Math.hypot(toLatitude - latitude, (toLongitude - longitude) * narrowing) * kmPerDegree
}
