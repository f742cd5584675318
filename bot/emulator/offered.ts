import type { Content } from './message-schema.js'

/** Something in a message that can be tapped, and what her phone sends when she does. */
export interface Offered {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly shape: 'button' | 'row' | 'template'
}

/** What can be tapped in this message, in its order; empty where it can only be read. */
export function offeredIn(content: Content): readonly Offered[] {
  if (content.type === 'template') return templateButtons(content)
  if (content.type !== 'interactive') return []
  const { interactive } = content
  if (interactive.type === 'button')
    return interactive.action.buttons.map(({ reply }) => ({ ...reply, shape: 'button' as const }))
  if (interactive.type !== 'list') return []
  return interactive.action.sections.flatMap(({ rows }) =>
    rows.map(({ id, title, description }) => ({
      id,
      title,
      ...(description === undefined ? {} : { description }),
      shape: 'row' as const,
    })),
  )
}

function templateButtons({ template }: Extract<Content, { type: 'template' }>): readonly Offered[] {
  return (template.components ?? [])
    .flatMap(({ parameters }) => parameters)
    .flatMap(parameter =>
      parameter.type === 'payload'
        ? [{ id: parameter.payload, title: parameter.payload, shape: 'template' as const }]
        : [],
    )
}

/** The message that her phone sends for a tap. */
export function tapOf({ id, title, description, shape }: Offered): object {
  if (shape === 'template') return { type: 'button', button: { payload: id, text: title } }
  if (shape === 'button')
    return { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } }
  const list_reply = { id, title, ...(description === undefined ? {} : { description }) }
  return { type: 'interactive', interactive: { type: 'list_reply', list_reply } }
}
