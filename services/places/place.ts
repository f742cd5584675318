import type { Position } from '../../content/schema/area.js'

/** Where somebody looks for help: an area, and at most four postcode digits (H3). Never an address. */
export interface Place {
  readonly area: string
  readonly pc4?: number
  readonly position: Position
}
