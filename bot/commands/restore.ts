import { systemClock } from '../../services/clock.js'
import { environment, readConfig } from '../config.js'
import { putBack } from './put-back.js'
import { tell } from './tell.js'

/** Puts a backup back: `npm run restore -- <file>`, with Voordeur stopped. Ends with 1 when nothing was changed. */
tell('Nothing was put back', () => putBack(process.argv.slice(2), readConfig(environment), systemClock))
