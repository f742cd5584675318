import { GatheredCounts } from '../gathered-counts.js'
import type { EmbeddedDatabase } from './database.js'

/** Totals a day, added up in the embedded database. */
export function createEmbeddedCounts(database: EmbeddedDatabase): GatheredCounts {
  const add = database.prepare(
    'insert into count values (?, ?, ?, ?) on conflict (day, event, dimension) do update set total = total + excluded.total',
  )
  return new GatheredCounts(async rows => {
    database.transaction(() => {
      for (const { day, event, dimension, total } of rows) add.run(day, event, dimension, total)
    })()
  })
}
