import type { MessageView, OptionView } from '../../rendering/message-view.js'
import { lengthOf, whatsappLimits as limits } from '../limits.js'
import { cardRows } from './card-actions.js'
import { fitted, withEllipsis, type Cut } from './cuts.js'
import type { ListMessage, ListRow, ListSection, ReplyButton } from './wire.js'
import type { Words } from './words.js'

/** How the choices of a message are offered, and what of "always" is then left to be written. */
export type Choices = { readonly typed: readonly OptionView[] } & (
  | { readonly type: 'none' }
  | { readonly type: 'buttons'; readonly buttons: readonly ReplyButton[] }
  | { readonly type: 'list'; readonly list: ListMessage['action'] }
  | { readonly type: 'numbers'; readonly options: readonly OptionView[] }
)

/** Buttons where they fit, else a list, else numbers to send: the roomiest that holds every word (N1, N2). */
export function choicesOf(view: MessageView, words: Words, cuts: Cut[]): Choices {
  const { options } = view
  const always = view.always.filter(({ id }) => options.every(option => option.id !== id))
  if (options.length === 0 && view.cards.length === 0) return { type: 'none', typed: always }
  if (view.cards.length === 0) {
    const buttons = buttonsFor(options)
    if (buttons) return { type: 'buttons', buttons, typed: always }
  }
  const rows = rowsFor(options)
  if (!rows) return { type: 'numbers', options, typed: always }
  return asList(view, rows, always, words, cuts)
}

const shownLabel = ({ icon, label }: OptionView): string => (icon ? `${icon} ${label}` : label)

function buttonsFor(options: readonly OptionView[]): readonly ReplyButton[] | null {
  const buttons = options.map((option): ReplyButton => ({
    type: 'reply',
    reply: { id: option.id, title: shownLabel(option) },
  }))
  const titles = new Set(buttons.map(({ reply }) => reply.title))
  const fits = ({ reply: { id, title } }: ReplyButton) =>
    isId(id, limits.buttonId) && title.trim() !== '' && lengthOf(title) <= limits.buttonTitle
  return buttons.length <= limits.buttons && titles.size === buttons.length && buttons.every(fits) ? buttons : null
}

function rowsFor(options: readonly OptionView[]): readonly ListRow[] | null {
  const ids = new Set(options.map(({ id }) => id))
  const rows = options.map(rowFor)
  if (rows.length > limits.rows || ids.size < rows.length) return null
  return rows.every(row => row !== null) ? rows : null
}

/** A label too long for the title begins there and stands whole below it; null where it fits in neither. */
function rowFor(option: OptionView): ListRow | null {
  const label = shownLabel(option)
  if (!isId(option.id, limits.rowId) || label.trim() === '' || lengthOf(label) > limits.rowDescription) return null
  if (lengthOf(label) <= limits.rowTitle) return { id: option.id, title: label }
  return { id: option.id, title: withEllipsis(label, limits.rowTitle), description: label }
}

const isId = (id: string, limit: number): boolean => id.trim() !== '' && lengthOf(id) <= limit

function asList(
  { cards }: MessageView,
  own: readonly ListRow[],
  always: readonly OptionView[],
  words: Words,
  cuts: Cut[],
): Choices {
  const places = cardRows(cards, limits.rows - own.length, words, cuts)
  const standing: ListRow[] = []
  const typed: OptionView[] = []
  for (const option of always) {
    const row = rowFor(option)
    if (row && own.length + places.length + standing.length < limits.rows) standing.push(row)
    else typed.push(option)
  }
  const sections = [
    { key: 'whatsapp.places', rows: places } as const,
    { key: 'web.choose', rows: own } as const,
    { key: 'whatsapp.always', rows: standing } as const,
  ].filter(({ rows }) => rows.length > 0)
  if (sections.length === 0) return { type: 'none', typed }
  const titled = sections.map(({ key, rows }): ListSection => ({
    title: fitted(words(key), { part: 'section title', of: key, limit: limits.sectionTitle }, cuts),
    rows,
  }))
  const button = fitted(words('web.choose'), { part: 'list button', of: 'web.choose', limit: limits.listButton }, cuts)
  return { type: 'list', list: { button, sections: titled }, typed }
}

/** Whether the rest of a card can be reached with a tap. */
export const offersRest = (choices: Choices): boolean =>
  choices.type === 'list' && choices.list.sections.some(({ rows }) => rows.some(({ id }) => id.startsWith('show:')))
