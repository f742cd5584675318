import type { Phrase } from '../../content/phrase.js'
import type { Standpoint } from '../../services/transfers/transfers.js'

/** Going on with the same conversation on the other channel (N8). */
export interface Elsewhere {
  /** How she goes on elsewhere from here, with a new code; a sentence that it cannot be done, where it cannot. */
  offer(from: Standpoint): Promise<Phrase>
  /** Uses a code up; null where it leads nowhere. */
  take(code: string, sender: string): Promise<Standpoint | null>
}
