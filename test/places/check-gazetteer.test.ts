import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { checkGazetteer } from '../../content/checks/check-gazetteer.js'
import { distanceKm } from '../../content/distance.js'
import { loadAmbiguousNames } from '../../content/load-pack.js'
import { gazetteerSchema, type Area, type Gazetteer } from '../../content/schema/area.js'

const packs = ['amsterdam-example', 'overvecht-example'].map(name => {
  const folder = new URL(`../../content/packs/${name}/`, import.meta.url)
  const gazetteer = gazetteerSchema.parse(JSON.parse(readFileSync(new URL('gazetteer.json', folder), 'utf8')))
  return { name, gazetteer, ambiguous: loadAmbiguousNames(folder) }
})

describe.each(packs)('the gazetteer of $name', ({ gazetteer, ambiguous }) => {
  test('has no issue', () => expect(checkGazetteer(gazetteer, ambiguous)).toEqual([]))

  test('every neighbourhood lies within 8 km of its district, and has a neighbour', () => {
    const areas = new Map(gazetteer.areas.map(area => [area.id, area]))
    for (const area of gazetteer.areas.filter(({ level }) => level === 'neighbourhood')) {
      const parent = areas.get(area.parent ?? '')
      expect(parent?.level).toBe('district')
      expect({ id: area.id, near: parent !== undefined && distanceKm(area.position, parent.position) < 8 }).toEqual({
        id: area.id,
        near: true,
      })
      expect({ id: area.id, neighbours: area.neighbours.length > 0 }).toEqual({ id: area.id, neighbours: true })
    }
  })

  test('every landmark lies within 3 km of the middle of its area', () => {
    const areas = new Map(gazetteer.areas.map(area => [area.id, area]))
    const far = gazetteer.landmarks.filter(({ area, position }) => {
      const holder = areas.get(area)
      return holder === undefined || position === undefined || distanceKm(position, holder.position) > 3
    })
    expect(far).toEqual([])
  })
})

test('Amsterdam has at least 100 neighbourhoods, 85 postcodes and 120 landmarks', () => {
  const gazetteer = packs[0]?.gazetteer
  expect(gazetteer?.areas.filter(({ level }) => level === 'neighbourhood').length).toBeGreaterThanOrEqual(100)
  expect(gazetteer?.postcodes.length).toBeGreaterThanOrEqual(85)
  expect(gazetteer?.landmarks.length).toBeGreaterThanOrEqual(120)
})

describe('a broken gazetteer is told apart', () => {
  const area = (id: string, level: Area['level'], parent: string | null, more: Partial<Area> = {}): Area => ({
    id,
    level,
    name: `Buurt ${id}`,
    parent,
    pc4: [],
    position: [52.37, 4.89],
    positionSource: 'unverified',
    aliases: [],
    neighbours: [],
    ...more,
  })
  const city = area('city', 'city', null)
  const district = area('district', 'district', 'city')
  const gazetteer = (areas: Area[], more: Partial<Gazetteer> = {}): Gazetteer => ({
    areas: [city, district, ...areas],
    postcodes: [],
    landmarks: [],
    ...more,
  })
  const postcode = (pc4: number, of: string, latitude = 52.37) => ({
    pc4,
    area: of,
    position: [latitude, 4.89] as [number, number],
    positionSource: 'unverified',
  })
  const a = area('a', 'neighbourhood', 'district')

  const cases: { name: string; broken: Gazetteer; rule: string; where: string }[] = [
    {
      name: 'parent nobody knows',
      broken: gazetteer([area('a', 'neighbourhood', 'nowhere')]),
      rule: 'unknown-parent',
      where: 'a',
    },
    {
      name: 'neighbourhood that lies in nothing',
      broken: gazetteer([area('a', 'neighbourhood', null)]),
      rule: 'no-parent',
      where: 'a',
    },
    {
      name: 'neighbourhood in a neighbourhood',
      broken: gazetteer([a, area('b', 'neighbourhood', 'a')]),
      rule: 'parent-not-wider',
      where: 'b',
    },
    {
      name: 'neighbour nobody knows',
      broken: gazetteer([{ ...a, neighbours: ['x'] }]),
      rule: 'unknown-neighbour',
      where: 'a',
    },
    {
      name: 'neighbour of itself',
      broken: gazetteer([{ ...a, neighbours: ['a'] }]),
      rule: 'own-neighbour',
      where: 'a',
    },
    {
      name: 'neighbour of another level',
      broken: gazetteer([{ ...a, neighbours: ['district'] }]),
      rule: 'neighbour-level',
      where: 'a',
    },
    {
      name: 'neighbour that does not name it back',
      broken: gazetteer([{ ...a, neighbours: ['b'] }, area('b', 'neighbourhood', 'district')]),
      rule: 'one-sided-neighbour',
      where: 'a',
    },
    {
      name: 'one alias for two areas',
      broken: gazetteer([
        { ...a, aliases: ['De Hoek'] },
        area('b', 'neighbourhood', 'district', { aliases: ['de  hoek'] }),
      ]),
      rule: 'shared-name',
      where: 'de hoek',
    },
    { name: 'one id twice', broken: gazetteer([a, a]), rule: 'duplicate-id', where: 'a' },
    {
      name: 'landmark in an area nobody knows',
      broken: gazetteer([], { landmarks: [{ id: 'l', name: 'Markt', aliases: [], area: 'x' }] }),
      rule: 'unknown-area',
      where: 'l',
    },
    {
      name: 'postcode in an area nobody knows',
      broken: gazetteer([], { postcodes: [postcode(1011, 'x')] }),
      rule: 'unknown-area',
      where: '1011',
    },
    {
      name: 'postcode 4 km from its area',
      broken: gazetteer([a], { postcodes: [postcode(1011, 'a', 52.406)] }),
      rule: 'postcode-far',
      where: '1011',
    },
    {
      name: 'postcode that another area lists',
      broken: gazetteer([a, area('b', 'neighbourhood', 'district', { pc4: [1011] })], {
        postcodes: [postcode(1011, 'a')],
      }),
      rule: 'postcode-elsewhere',
      where: '1011',
    },
    {
      name: 'postcode of an area that is not in the list',
      broken: gazetteer([{ ...a, pc4: [1012] }]),
      rule: 'unknown-postcode',
      where: 'a',
    },
  ]

  test.each(cases)('$name', ({ broken, rule, where }) => {
    expect(checkGazetteer(broken)).toContainEqual(expect.objectContaining({ rule, where, severity: 'critical' }))
  })

  test('a name said to be ambiguous may belong to two', () => {
    const shared = gazetteer([
      { ...a, aliases: ['De Hoek'] },
      area('b', 'neighbourhood', 'district', { aliases: ['De Hoek'] }),
    ])
    expect(checkGazetteer(shared, ['de hoek'])).toEqual([])
  })
})
