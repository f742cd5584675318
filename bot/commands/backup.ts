import { environment, readConfig } from '../config.js'
import { makeBackup } from './make-backup.js'
import { tell } from './tell.js'

/** Makes a backup: `npm run backup -- <file>`. Ends with 1 when there is none. */
tell('No backup was made', () => makeBackup(process.argv.slice(2), readConfig(environment)))
