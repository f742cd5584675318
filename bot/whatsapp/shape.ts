import type { Numbered } from '../../services/conversations/conversation.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import { joinedViews } from '../channels/whatsapp/joined-views.js'
import { renderWhatsApp, type Rendered } from '../channels/whatsapp/render.js'
import { renderLocation, renderWholeCard } from '../channels/whatsapp/render-card.js'
import type { WirePayload } from '../channels/whatsapp/wire.js'
import { cardView } from '../rendering/card-view.js'
import { renderMessage, type RenderSources } from '../rendering/render-message.js'

export interface ShapeParts {
  readonly sources: () => RenderSources
  /** Full address of a record's page. */
  readonly pageOf: (record: string, language: string) => string
  /** Told of what had to be cut, visibly (N2); holds no words of a resident. */
  readonly cut: (cuts: Rendered['cuts']) => void
}

/** The messages of one turn as WhatsApp shows them, from the facts of this moment. */
export type Shape = (messages: readonly Outbound[], young: boolean) => readonly WirePayload[]

export function createShape(parts: ShapeParts): Shape {
  return (messages, young) => {
    const sources = parts.sources()
    const said = messages.filter(({ detail }) => detail === undefined)
    const ordinary = joinedViews(said.map(message => renderMessage(message, sources, young))).map(view =>
      renderWhatsApp(view, key => sources.texts.text(key, view.language)),
    )
    const details = messages.flatMap(message => detailOf(message, sources, parts.pageOf))
    const rendered = [...details, ...ordinary]
    const cuts = rendered.flatMap(each => each.cuts)
    if (cuts.length > 0) parts.cut(cuts)
    return rendered.flatMap(({ payloads }) => payloads)
  }
}

/** For the sender, which keeps numbers beside them. A minor's conversation is never in a record, so nobody here is young (H4). */
export const shapeNumbered = (shape: Shape) => (messages: readonly Numbered[]) =>
  shape(
    messages.map(({ message }) => message),
    false,
  )

/** A place that may not be shown any more gives nothing here; the turn said so when it answered. */
function detailOf(
  { detail, language }: Outbound,
  sources: RenderSources,
  pageOf: ShapeParts['pageOf'],
): readonly Rendered[] {
  if (!detail) return []
  const { record, stop } = detail
  const topic = 'talk-to-human'
  const card = cardView({ record, metres: null, reasons: [], topic, ...(stop ? { stop } : {}) }, language, sources)
  if (!card) return []
  const words = (key: Parameters<typeof sources.texts.text>[0]) => sources.texts.text(key, language)
  const direction = sources.table.rows.find(({ code }) => code === language)?.direction ?? 'ltr'
  if (detail.type === 'show') return [renderWholeCard(card, pageOf(record, language), direction, words)]
  return [renderLocation(card) ?? renderWholeCard(card, pageOf(record, language), direction, words)]
}
