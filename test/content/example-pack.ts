import { loadPack } from '../../content/load-pack.js'
import type { DirectoryRecord } from '../../content/schema/record.js'

export const pack = loadPack(new URL('../../content/packs/amsterdam-example/', import.meta.url))

/** What a resident can be shown as open or opening. */
export const live = pack.records.filter(record => record.state === 'published')

export const areas = new Map(pack.gazetteer.areas.map(area => [area.id, area]))

/** The district in which an area lies; a district lies in itself. */
export function districtOf(area: string): string | undefined {
  const found = areas.get(area)
  return found?.level === 'neighbourhood' ? (found.parent ?? undefined) : found?.id
}

/** The repeating openings; none for a record without known hours. */
export const rulesOf = ({ schedule }: DirectoryRecord) => (typeof schedule === 'string' ? [] : schedule.rules)
