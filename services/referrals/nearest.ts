import KDBush from 'kdbush'
import { kmPerDegree } from '../../content/distance.js'
import type { Position } from '../../content/schema/area.js'

/** Points in one leaf; a box is asked for, so a leaf of the usual size is right. */
const LEAF = 32
/** A first look takes in so many times the points that are wanted, were they spread evenly: most filters let a third pass. */
const FIRST_LOOK = 4
/** Each further look reaches so many times as far. */
const FARTHER = 2
/** No first look is narrower than this, in kilometres. */
const NARROWEST_KM = 0.2

/** Points on the map with a search tree over them. Immutable. */
export interface Points {
  readonly tree: KDBush
  readonly latitudes: Float64Array
  readonly longitudes: Float64Array
  /** South, west, north, east. */
  readonly box: readonly [number, number, number, number]
}

export function createPoints(positions: readonly Position[]): Points {
  const tree = new KDBush(positions.length, LEAF)
  for (const [latitude, longitude] of positions) tree.add(longitude, latitude)
  const latitudes = Float64Array.from(positions, ([latitude]) => latitude)
  const longitudes = Float64Array.from(positions, ([, longitude]) => longitude)
  return { tree: tree.finish(), latitudes, longitudes, box: boxOf(positions) }
}

export interface Wanted {
  readonly from: Position
  /** How far, in kilometres. */
  readonly reach: number
  readonly most: number
  /** Asked about every point in reach. */
  readonly passes: (index: number) => boolean
  /** Asked last, from the nearest on, and no more often than it must be. */
  readonly accepts: (index: number) => boolean
}

/**
 * The nearest points that are accepted, nearest first, at most `most`. Looks in boxes that grow; distances as the crow flies on
 * a flat map, which within a city is good to a metre in a thousand.
 */
export function nearest(points: Points, { from, reach, most, passes, accepts }: Wanted): readonly number[] {
  const { latitudes, longitudes } = points
  const [latitude, longitude] = from
  const narrowing = Math.cos((latitude * Math.PI) / 180)
  const farthest = Math.min(reach, farthestOf(points, from, narrowing))
  const accepted: number[] = []
  let looked = -1
  for (let radius = firstRadius(points, most, narrowing); ; radius *= FARTHER) {
    const within = Math.min(radius, farthest)
    const north = within / kmPerDegree
    const east = north / narrowing
    const ring: { readonly index: number; readonly km: number }[] = []
    for (const index of points.tree.range(longitude - east, latitude - north, longitude + east, latitude + north)) {
      const up = (latitudes[index] ?? 0) - latitude
      const right = ((longitudes[index] ?? 0) - longitude) * narrowing
      const km = Math.sqrt(up * up + right * right) * kmPerDegree
      if (km > looked && km <= within && passes(index)) ring.push({ index, km })
    }
    ring.sort((a, b) => a.km - b.km)
    for (const { index } of ring) {
      if (accepts(index)) accepted.push(index)
      if (accepted.length === most) return accepted
    }
    if (within >= farthest) return accepted
    looked = within
  }
}

/** Wide enough for some times as many points as are wanted, were they spread evenly. */
function firstRadius({ latitudes, box: [south, west, north, east] }: Points, most: number, narrowing: number): number {
  const area = Math.max(1, (north - south) * (east - west) * narrowing * kmPerDegree ** 2)
  const each = area / Math.max(1, latitudes.length)
  return Math.max(NARROWEST_KM, Math.sqrt((FIRST_LOOK * most * each) / Math.PI))
}

/** As far as any point can be, a little more so that none is missed by rounding. */
function farthestOf(
  { box: [south, west, north, east] }: Points,
  [latitude, longitude]: Position,
  narrowing: number,
): number {
  const up = Math.max(Math.abs(latitude - south), Math.abs(latitude - north))
  const right = Math.max(Math.abs(longitude - west), Math.abs(longitude - east)) * narrowing
  return Math.sqrt(up * up + right * right) * kmPerDegree + NARROWEST_KM
}

function boxOf(positions: readonly Position[]): Points['box'] {
  let [south, west, north, east] = [90, 180, -90, -180]
  for (const [latitude, longitude] of positions) {
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
  }
  return [south, west, north, east]
}
