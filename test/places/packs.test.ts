import { describe, expect, test } from '@jest/globals'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadAmbiguousNames, loadPack } from '../../content/load-pack.js'

const packs = new URL('../../content/packs/', import.meta.url)
const overvecht = new URL('overvecht-example/', packs)

describe('the example pack of Overvecht', () => {
  const pack = loadPack(overvecht)

  test('is marked as an example that nobody runs', () => {
    expect(pack.info).toMatchObject({ id: 'overvecht-example', city: 'Utrecht', example: true, runBy: null })
    expect(pack.records.every(record => record.example)).toBe(true)
    expect(pack.organisations.every(organisation => organisation.example)).toBe(true)
  })

  test('names no house number and no phone', () => {
    const wheres = pack.records.map(record => record.where)
    expect(wheres.some(where => where !== 'unknown' && where.houseNumber !== undefined)).toBe(false)
    expect(pack.records.map(record => record.phone)).toEqual(pack.records.map(() => 'unknown'))
  })

  test('has ten records in areas, of organisations and with a general contact that exist', () => {
    const areas = new Set(pack.gazetteer.areas.map(area => area.id))
    const organisations = new Set(pack.organisations.map(organisation => organisation.id))
    expect(pack.records).toHaveLength(10)
    expect(pack.records.filter(record => !areas.has(record.area))).toEqual([])
    expect(pack.records.filter(record => !organisations.has(record.organisation))).toEqual([])
    expect(pack.records.map(record => record.id)).toContain(pack.info.generalContact)
  })

  test('needs no theme and no list of ambiguous names', () => {
    expect(pack.themeCss).toBe('')
    expect(loadAmbiguousNames(packs).length).toBe(0)
  })

  test('is found by a path as well as by a URL', () => {
    expect(loadPack(join(process.cwd(), 'content/packs/overvecht-example')).info).toEqual(pack.info)
  })
})

describe('a pack that cannot be used is refused by file, path in it and reason', () => {
  const sound = {
    'pack.json': {
      id: 'x',
      city: 'X',
      runBy: null,
      paidBy: null,
      municipal: false,
      example: true,
      generalContact: 'y',
    },
    'gazetteer.json': {
      areas: [{ id: 'x', level: 'city', name: 'Xstad', parent: null, position: [52, 5], positionSource: 'unverified' }],
      postcodes: [],
      landmarks: [],
    },
    'organisations.json': [],
    'records.json': [],
  }
  const cases: { name: string; change: Record<string, unknown>; says: RegExp[] }[] = [
    { name: 'a missing file', change: { 'records.json': undefined }, says: [/records\.json at the top/, /ENOENT/] },
    { name: 'a file that is no JSON', change: { 'pack.json': '{ "id": ' }, says: [/pack\.json at the top/, /JSON/] },
    {
      name: 'a wrong type',
      change: { 'pack.json': { ...sound['pack.json'], municipal: 'no' } },
      says: [/pack\.json at municipal: .*boolean/],
    },
    {
      name: 'a field nobody knows',
      change: { 'pack.json': { ...sound['pack.json'], colour: 'red' } },
      says: [/pack\.json at the top: .*colour/],
    },
    {
      name: 'latitude and longitude swapped',
      change: {
        'gazetteer.json': {
          ...sound['gazetteer.json'],
          areas: [{ ...sound['gazetteer.json'].areas[0], position: [5, 52] }],
        },
      },
      says: [/gazetteer\.json at areas\.0\.position\.0/, /gazetteer\.json at areas\.0\.position\.1/],
    },
    {
      name: 'an organisation without a name',
      change: { 'organisations.json': [{ id: 'a', example: true }] },
      says: [/organisations\.json at 0\.name/],
    },
  ]

  const write = (files: Record<string, unknown>) => {
    const folder = mkdtempSync(join(tmpdir(), 'pack-'))
    for (const [file, data] of Object.entries(files)) {
      if (data !== undefined) writeFileSync(join(folder, file), typeof data === 'string' ? data : JSON.stringify(data))
    }
    return folder
  }

  test.each(cases)('$name', ({ change, says }) => {
    const folder = write({ ...sound, ...change })
    for (const reason of says) expect(() => loadPack(folder)).toThrow(reason)
  })

  test('and the sound one that these were made from is read, with its defaults and theme', () => {
    const pack = loadPack(write({ ...sound, 'theme.css': ':root {}' }))
    expect(pack.gazetteer.areas[0]?.aliases).toEqual([])
    expect(pack.themeCss).toBe(':root {}')
  })
})
