import type { CardLine, CardView } from '../../rendering/message-view.js'
import { bold, foreign, sentence } from './plain-writing.js'

type Direction = 'ltr' | 'rtl'

/**
 * Facts that may wait behind the tap when the cards do not fit in one message, the first to go first. What stays: for whom,
 * where, how far and what it costs (D5, F9).
 */
const canWait = ['bring', 'host', 'entry', 'what', 'languages'] as const
/** Steps in which cards get shorter; at 0 nothing waits. */
export const MOST_WAITING = canWait.length

/** A card as a block of lines. With `waiting` as many kinds of facts wait behind the tap; with 0 it is whole. */
export function cardText(card: CardView, direction: Direction, waiting: number, marked = true): string {
  const away: ReadonlySet<string> = new Set(canWait.slice(0, waiting))
  return block([
    titleLine(card, direction),
    marked && card.exampleMark ? sentence(card.exampleMark, direction) : '',
    sentence(card.kind, direction),
    sentence(card.when, direction),
    sentence(card.reason, direction),
    ...card.lines.filter(({ name }) => !away.has(name)).map(line => factLine(line, direction)),
  ])
}

/** Everything that is known of a place, in the order of the web page. */
export function wholeCardText(card: CardView, direction: Direction): string {
  const further = block(card.more.map(line => factLine(line, direction)))
  const description = card.description ? foreign(card.description.text, direction) : ''
  return [cardText(card, direction, 0), further, description, sentence(card.checked, direction)]
    .filter(part => part.trim() !== '')
    .join('\n\n')
}

export function titleLine({ title }: CardView, direction: Direction): string {
  return title.trim() === '' ? '' : bold(foreign(title.trim().replace(/\s*\n\s*/gu, ' '), direction))
}

function factLine({ label, value }: CardLine, direction: Direction): string {
  const said = foreign(value, direction)
  return label ? `${sentence(label, direction)}: ${said}` : said
}

const block = (lines: readonly string[]): string => lines.filter(line => line.trim() !== '').join('\n')
