import type { MessageView } from '../../rendering/message-view.js'

/**
 * The messages of one turn, with those that only tell put into the next one: on WhatsApp one message is better than two (A2,
 * N4). Order and words stay as they are. A safety message is never joined with anything (G2).
 */
export function joinedViews(views: readonly MessageView[]): readonly MessageView[] {
  const joined: MessageView[] = []
  for (const view of views) {
    const before = joined.at(-1)
    if (before && onlyTells(before) && view.safety === null && before.language === view.language) {
      joined[joined.length - 1] = {
        ...view,
        paragraphs: [...before.paragraphs, ...view.paragraphs],
        always: view.always.length > 0 ? view.always : before.always,
        sources: [...before.sources, ...view.sources],
      }
    } else joined.push(view)
  }
  return joined
}

const onlyTells = ({ cards, options, question, safety }: MessageView): boolean =>
  cards.length === 0 && options.length === 0 && question === '' && safety === null
