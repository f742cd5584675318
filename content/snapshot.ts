import type { Area, Gazetteer } from './schema/area.js'
import type { Organisation, DirectoryRecord } from './schema/record.js'
import type { Pack, PackInfo } from './schema/pack.js'

/** All live facts at one moment. Immutable: a turn takes one and keeps it; a publish makes the next and swaps it whole. */
export interface Snapshot {
  /** Rises by one with every publish. */
  readonly version: number
  readonly info: PackInfo
  readonly gazetteer: Gazetteer
  readonly areas: ReadonlyMap<string, Area>
  readonly organisations: ReadonlyMap<string, Organisation>
  /** Every record that is not a draft, by id, whatever its state: who serves one asks its state. */
  readonly records: ReadonlyMap<string, DirectoryRecord>
  /** Sentences that editors changed since the files were written: language, then key. */
  readonly textOverrides: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Builds the snapshot of a pack that has passed its schema. */
export function createSnapshot(
  pack: Pack,
  { version = 1, textOverrides = {} }: Partial<Pick<Snapshot, 'version' | 'textOverrides'>> = {},
): Snapshot {
  return {
    version,
    info: pack.info,
    gazetteer: pack.gazetteer,
    areas: new Map(pack.gazetteer.areas.map(area => [area.id, area])),
    organisations: new Map(pack.organisations.map(organisation => [organisation.id, organisation])),
    records: new Map(pack.records.filter(record => record.state !== 'draft').map(record => [record.id, record])),
    textOverrides,
  }
}
