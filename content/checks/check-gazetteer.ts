import { distanceKm } from '../distance.js'
import type { Area, Gazetteer } from '../schema/area.js'
import type { Issue } from './issue.js'

/** A postcode's centre further than this from its neighbourhood's is taken for a mistake; the largest of Westpoort is 2 km. */
export const postcodeReachKm = 3

/**
 * Problems in who lies where: unknown or circular parents and areas, one-sided neighbours, names of two places that
 * `ambiguous` does not name, and postcodes far from their area. An empty list for a sound gazetteer.
 */
export function checkGazetteer(gazetteer: Gazetteer, ambiguous: readonly string[] = []): readonly Issue[] {
  const areas = new Map(gazetteer.areas.map(area => [area.id, area]))
  return [
    ...duplicateIds(gazetteer),
    ...gazetteer.areas.flatMap(area => [...parentIssues(area, areas), ...neighbourIssues(area, areas)]),
    ...unknownAreas(gazetteer, areas),
    ...sharedNames(gazetteer, new Set(ambiguous.map(plain))),
    ...postcodeIssues(gazetteer, areas),
  ]
}

type Areas = ReadonlyMap<string, Area>
const levelRank = { neighbourhood: 0, district: 1, city: 2 } as const

const critical = (rule: string, where: string, message: string): Issue => ({
  rule,
  severity: 'critical',
  where,
  message,
})

function duplicateIds({ areas, landmarks, postcodes }: Gazetteer): Issue[] {
  const lists = [
    areas.map(area => area.id),
    landmarks.map(landmark => landmark.id),
    postcodes.map(({ pc4 }) => String(pc4)),
  ]
  return lists.flatMap(ids =>
    ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map(id => critical('duplicate-id', id, `"${id}" is listed twice`)),
  )
}

/** A parent must be of a wider level, which also rules out circles. */
function parentIssues(area: Area, areas: Areas): Issue[] {
  if (area.parent === null) {
    return area.level === 'city' ? [] : [critical('no-parent', area.id, `${area.level} "${area.name}" lies in nothing`)]
  }
  const parent = areas.get(area.parent)
  if (parent === undefined) return [critical('unknown-parent', area.id, `there is no area "${area.parent}"`)]
  if (levelRank[parent.level] > levelRank[area.level]) return []
  return [critical('parent-not-wider', area.id, `a ${area.level} cannot lie in the ${parent.level} "${parent.name}"`)]
}

function neighbourIssues(area: Area, areas: Areas): Issue[] {
  return area.neighbours.flatMap(id => {
    const other = areas.get(id)
    if (other === undefined) return [critical('unknown-neighbour', area.id, `there is no area "${id}"`)]
    if (other.id === area.id) return [critical('own-neighbour', area.id, 'it borders on itself')]
    if (other.level !== area.level) {
      return [critical('neighbour-level', area.id, `"${other.name}" is a ${other.level}, not a ${area.level}`)]
    }
    if (other.neighbours.includes(area.id)) return []
    return [critical('one-sided-neighbour', area.id, `it borders on "${id}", which does not name it back`)]
  })
}

function unknownAreas({ landmarks, postcodes }: Gazetteer, areas: Areas): Issue[] {
  const holders = [...landmarks, ...postcodes.map(({ pc4, area }) => ({ id: String(pc4), area }))]
  return holders
    .filter(({ area }) => !areas.has(area))
    .map(({ id, area }) => critical('unknown-area', id, `there is no area "${area}"`))
}

/** Case and spaces aside. How residents spell is for the search; here only what an editor wrote twice counts. */
const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ')

function sharedNames({ areas, landmarks }: Gazetteer, ambiguous: ReadonlySet<string>): Issue[] {
  const holders = new Map<string, Set<string>>()
  const places = [...areas.map(area => ({ ...area, area: area.id })), ...landmarks]
  for (const place of places) {
    for (const name of new Set([place.name, ...place.aliases].map(plain))) {
      holders.set(name, (holders.get(name) ?? new Set()).add(place.area))
    }
  }
  return [...holders]
    .filter(([name, of]) => of.size > 1 && !ambiguous.has(name))
    .map(([name, of]) =>
      critical('shared-name', name, `it names ${[...of].join(' and ')}; say that it is ambiguous, or drop one`),
    )
}

function postcodeIssues({ areas: list, postcodes }: Gazetteer, areas: Areas): Issue[] {
  const listed = new Map(list.flatMap(area => area.pc4.map(pc4 => [pc4, area.id] as const)))
  const known = new Set(postcodes.map(({ pc4 }) => pc4))
  const unknown = [...listed].filter(([pc4]) => !known.has(pc4))
  return [
    ...unknown.map(([pc4, id]) => critical('unknown-postcode', id, `${pc4} is not in the list of postcodes`)),
    ...postcodes.flatMap(({ pc4, area: id, position }) => {
      const area = areas.get(id)
      const km = area === undefined ? 0 : distanceKm(position, area.position)
      const far = `its centre is ${km.toFixed(1)} km from that of "${id}"`
      const elsewhere = listed.has(pc4) && listed.get(pc4) !== id
      return [
        ...(km > postcodeReachKm ? [critical('postcode-far', String(pc4), far)] : []),
        ...(elsewhere
          ? [critical('postcode-elsewhere', String(pc4), `it lies in "${id}", but "${listed.get(pc4)}" lists it`)]
          : []),
      ]
    }),
  ]
}
