import type { CardView, MessageView } from '../rendering/message-view.js'

/** What a message of ours says, as activities of the Bot Framework say it, whoever carries them. */
export interface ActivityBody {
  readonly locale: string
  readonly text: string
  readonly textFormat: 'plain'
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly Action[] }
  readonly attachments: readonly HeroCard[]
  readonly attachmentLayout: 'list'
}

/** Address of a record's page, and the words of the link to it. */
export type PlaceLink = (record: string) => { readonly title: string; readonly href: string }

interface Action {
  readonly type: 'postBack' | 'openUrl'
  readonly title: string
  readonly value: string
}

interface HeroCard {
  readonly contentType: 'application/vnd.microsoft.card.hero'
  readonly content: {
    readonly title: string
    readonly subtitle: string
    readonly text: string
    readonly buttons: readonly Action[]
  }
}

export function writeBody(view: MessageView, placeLink: PlaceLink): ActivityBody {
  const actions = [...view.options, ...view.always].map(({ id, label, icon }): Action => ({
    type: 'postBack',
    title: icon ? `${icon} ${label}` : label,
    value: id,
  }))
  return {
    locale: view.language,
    text: plainText(view),
    textFormat: 'plain',
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
    attachments: view.cards.map(card => heroCard(card, placeLink(card.record))),
    attachmentLayout: 'list',
  }
}

function plainText({ paragraphs, safety, question }: MessageView): string {
  const calls = (safety?.calls ?? []).map(({ label, tel }) => `${label}: ${tel}`)
  return [...calls, ...paragraphs, ...(safety?.dutch ?? []), question].filter(part => part !== '').join('\n\n')
}

function heroCard(card: CardView, link: { title: string; href: string }): HeroCard {
  const facts = card.lines.map(({ label, value }) => (label ? `${label}: ${value}` : value))
  return {
    contentType: 'application/vnd.microsoft.card.hero',
    content: {
      title: card.exampleMark ? `${card.exampleMark} ${card.title}` : card.title,
      subtitle: card.when,
      text: [card.reason, ...facts].filter(part => part !== '').join('\n\n'),
      buttons: [{ type: 'openUrl', title: link.title, value: link.href }],
    },
  }
}
