import type { Position } from '../../content/schema/area.js'
import type { Dialogs } from '../../dialogs/engine/prompt.js'
import type { Clock } from '../../services/clock.js'
import type { Conversations } from '../../services/conversations/conversations.js'
import type { OfferRef } from '../../services/conversations/outbound.js'
import type { Counts } from '../../services/counting/counts.js'
import type { Place } from '../../services/places/place.js'
import type { Danger } from '../../services/safety/danger.js'
import type { Expectation, Understood } from '../../services/understanding/understood.js'
import type { Live } from './decide.js'
import type { Elsewhere } from './elsewhere.js'
import type { StartParts } from './read-start.js'

/** What a turn needs of the house. */
export interface TurnParts extends StartParts {
  readonly live: () => Live
  readonly dialogs: Dialogs
  readonly conversations: Conversations
  readonly elsewhere: Elsewhere
  readonly counts: Counts
  readonly checkDanger: (text: string) => Danger
  readonly understand: (text: string, expectation: Expectation) => Understood
  /** Whether the writer says that he is a man or father; then places must be open to men (E5). */
  readonly saysMan: (text: string, language: string) => boolean
  /** Whether the text held a number or address that is never kept (H2). */
  readonly holdsPersonal: (text: string) => 'number' | 'address' | 'nothing'
  /** The neighbourhood of a shared position; null outside. */
  readonly placeAt: (position: Position) => Place | null
  readonly labelOf: (offer: OfferRef, language: string) => string
  readonly clock: Clock
  /** Told of a store that failed while the answer was given all the same: of danger, or after a move. */
  readonly trouble: (error: unknown) => void
}
