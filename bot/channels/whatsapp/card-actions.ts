import type { CardView } from '../../rendering/message-view.js'
import { lengthOf, whatsappLimits } from '../limits.js'
import { fitted, type Cut } from './cuts.js'
import type { ListRow } from './wire.js'
import type { Words } from './words.js'

/** What can be tapped at a card: where it is, as a location message, or everything that is known, with a link to its page. */
export interface CardAction {
  readonly type: 'where' | 'show'
  readonly record: string
  /** The stop that is meant, of a record that moves. */
  readonly stop?: string
}

/** Ids of records and stops are kebab-case, so the slash is free. */
const ACTION = /^(where|show):([^/]+)(?:\/([^/]+))?$/u

/** The action that a tapped row stands for; null where it is an ordinary option. */
export function readCardAction(id: string): CardAction | null {
  const [, type, record, stop] = ACTION.exec(id) ?? []
  if (record === undefined || (type !== 'where' && type !== 'show')) return null
  return { type, record, ...(stop === undefined ? {} : { stop }) }
}

const idOf = ({ record, stop }: CardView, type: CardAction['type']): string =>
  stop === undefined ? `${type}:${record}` : `${type}:${record}/${stop}`

/**
 * Rows for the cards of a message, at most `room`: the way and the rest of each card; where there is no room for both only the
 * rest, which links to a page with the map; none where that does not fit either. Each row says the name of its place.
 */
export function cardRows(cards: readonly CardView[], room: number, words: Words, cuts: Cut[]): readonly ListRow[] {
  const placed = cards.filter(({ position }) => position !== null)
  const where = placed.map(card => cardRow(card, 'where', `📍 ${words('card.map')}`, cuts))
  const show = cards.map(card => cardRow(card, 'show', `ℹ️ ${words('whatsapp.more')}`, cuts))
  const fits = (rows: readonly ListRow[]) =>
    rows.length <= room &&
    new Set(rows.map(({ id }) => id)).size === rows.length &&
    rows.every(({ id, title }) => lengthOf(id) <= whatsappLimits.rowId && lengthOf(title) <= whatsappLimits.rowTitle)
  return [[...where, ...show], show].find(fits) ?? []
}

function cardRow(card: CardView, type: CardAction['type'], label: string, cuts: Cut[]): ListRow {
  const limit = whatsappLimits.rowDescription
  const description = fitted(card.title, { part: 'row description', of: card.record, limit }, cuts)
  return { id: idOf(card, type), title: label, ...(description.trim() === '' ? {} : { description }) }
}
