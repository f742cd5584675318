/**
 * What each table of the embedded database holds. `people`: traces of somebody, which live by the day, and must not
 * outlive a wipe in a copy (H5, G3). `house`: counts and jobs, of nobody. A table that is not named here stops a backup.
 */
export const keptTables: Readonly<Record<string, 'people' | 'house'>> = {
  conversation: 'people',
  preference: 'people',
  handled: 'people',
  dead_letter: 'people',
  transfer: 'people',
  count: 'house',
  job: 'house',
}
