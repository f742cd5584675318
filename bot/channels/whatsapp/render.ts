import type { MessageView, OptionView } from '../../rendering/message-view.js'
import { lengthOf, whatsappLimits } from '../limits.js'
import { cardText, MOST_WAITING } from './card-text.js'
import { choicesOf, offersRest, type Choices } from './choices.js'
import type { Cut } from './cuts.js'
import { foreign, sentence, telephone } from './plain-writing.js'
import { splitText } from './split-text.js'
import type { InteractivePayload, TextPayload, WirePayload } from './wire.js'
import type { Words } from './words.js'

export interface Rendered {
  /** In the order to send; the choices stand on the last. Never empty but for a view that says nothing. */
  readonly payloads: readonly WirePayload[]
  /** What had to be cut, visibly; for the log (N2). */
  readonly cuts: readonly Cut[]
}

/** The option that is said with a digit on every channel. */
const NOT_SAFE = 'not-safe'
const NOT_SAFE_DIGIT = '0'

/**
 * One message as WhatsApp shows it: one payload wherever it fits, within every limit of the platform. Facts of cards that do
 * not fit wait behind the card's own row; words that do not fit go before, in messages of their own; none is dropped.
 */
export function renderWhatsApp(view: MessageView, words: Words): Rendered {
  const cuts: Cut[] = []
  const choices = choicesOf(view, words, cuts)
  const ask = [
    sentence(view.question, view.direction),
    choices.type === 'numbers' ? numbered(choices.options, view, words) : '',
    hint(choices.typed, view, words),
  ]
  const most =
    choices.type === 'buttons' || choices.type === 'list' ? whatsappLimits.interactiveBody : whatsappLimits.text
  const head = headThatFits(view, words, offersRest(choices) ? most - lengthOf(joined(['', ...ask])) : 0)
  return { payloads: inParts(head, ask, choices, words), cuts }
}

/** The head with whole cards, or with as few facts waiting behind the tap as make it fit; whole where nothing helps. */
function headThatFits(view: MessageView, words: Words, room: number): readonly string[] {
  const whole = headOf(view, words, 0)
  for (let waiting = 0; waiting <= MOST_WAITING; waiting++) {
    const head = headOf(view, words, waiting)
    if (lengthOf(joined(head)) + SEAM.length <= room) return head
  }
  return whole
}

/** Numbers to call first, then what is said, then the cards (G2). */
function headOf(view: MessageView, words: Words, waiting: number): readonly string[] {
  const { direction, safety, cards } = view
  const calls = (safety?.calls ?? []).map(({ label, tel }) =>
    label.includes(tel) ? sentence(label, direction) : `${telephone(tel, direction)}  ${sentence(label, direction)}`,
  )
  const together = cards.length > 1 && cards.every(({ exampleMark }) => exampleMark !== null)
  return [
    calls.join('\n'),
    ...view.paragraphs.map(paragraph => sentence(paragraph, direction)),
    (safety?.dutch ?? []).map(paragraph => sentence(paragraph, 'ltr')).join('\n'),
    together ? sentence(words('web.example'), direction) : '',
    ...cards.map(card => cardText(card, direction, waiting, !together)),
  ]
}

/** The choices with the digits that mean them on every channel (A6), and how to send one. */
function numbered(options: readonly OptionView[], { direction }: MessageView, words: Words): string {
  const lines = options.map(({ icon, label, ...option }, index) => {
    const own = option.direction !== undefined && option.direction !== direction ? 'rtl' : direction
    return `${index + 1}: ${icon ? `${icon} ` : ''}${foreign(label, own)}`
  })
  return joined([lines.join('\n'), sentence(words('menu.again'), direction)])
}

/** What can always be said and has no row of its own, in words that work when they are written. */
function hint(options: readonly OptionView[], { direction }: MessageView, words: Words): string {
  if (options.length === 0) return ''
  const said = options.map(({ id, label }) =>
    id === NOT_SAFE ? `${NOT_SAFE_DIGIT} (${sentence(label, direction)})` : sentence(label, direction),
  )
  return `${sentence(words('whatsapp.write'), direction)} ${said.join(' · ')}`
}

function inParts(
  head: readonly string[],
  ask: readonly string[],
  choices: Choices,
  words: Words,
): readonly WirePayload[] {
  const whole = joined([...head, ...ask])
  if (choices.type === 'none' || choices.type === 'numbers') {
    if (lengthOf(whole) <= whatsappLimits.text) return texts(whole)
    return [...texts(joined(head)), ...texts(joined(ask))]
  }
  // The shortest body that still asks; what stands before it goes out before it.
  const bodies = [[...head, ...ask], ask, ask.slice(-1)].map(joined)
  const at = bodies.findIndex(body => body.trim() !== '' && lengthOf(body) <= whatsappLimits.interactiveBody)
  const before = [[], head, [...head, ...ask.slice(0, -1)]][at] ?? [...head, ...ask]
  return [...texts(joined(before)), interactive(choices, bodies[at] ?? words('web.choose'))]
}

function interactive(
  choices: Extract<Choices, { readonly type: 'buttons' | 'list' }>,
  body: string,
): InteractivePayload {
  const said = { body: { text: body } }
  return choices.type === 'list'
    ? { type: 'interactive', interactive: { type: 'list', ...said, action: choices.list } }
    : { type: 'interactive', interactive: { type: 'button', ...said, action: { buttons: choices.buttons } } }
}

/** A text as one message or, where it is too long, as several. */
export function texts(text: string): readonly TextPayload[] {
  return splitText(text, whatsappLimits.text).map(body => ({ type: 'text', text: { body, preview_url: false } }))
}

const SEAM = '\n\n'
const joined = (parts: readonly string[]): string => parts.filter(part => part.trim() !== '').join(SEAM)
