import type { CardView, MessageView } from '../../rendering/message-view.js'

/** A message of ours as Direct Line 3.0 shows it, for Microsoft's clients and for our own (`channelData.view`). */
export interface BotActivity {
  readonly type: 'message'
  readonly id: string
  readonly timestamp: string
  readonly channelId: 'directline'
  readonly conversation: { readonly id: string }
  readonly from: { readonly id: 'voordeur'; readonly name: 'Voordeur'; readonly role: 'bot' }
  readonly locale: string
  readonly text: string
  readonly textFormat: 'plain'
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly Action[] }
  readonly attachments: readonly HeroCard[]
  readonly attachmentLayout: 'list'
  readonly channelData: { readonly view: MessageView }
}

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

export interface Envelope {
  readonly conversation: string
  readonly number: number
  readonly at: number
  /** Address of a record's page, and the words of the link to it. */
  readonly placeLink: (record: string) => { readonly title: string; readonly href: string }
}

export function writeActivity(view: MessageView, { conversation, number, at, placeLink }: Envelope): BotActivity {
  const actions = [...view.options, ...view.always].map(({ id, label, icon }): Action => ({
    type: 'postBack',
    title: icon ? `${icon} ${label}` : label,
    value: id,
  }))
  return {
    type: 'message',
    id: `${conversation}|${String(number).padStart(7, '0')}`,
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: conversation },
    from: { id: 'voordeur', name: 'Voordeur', role: 'bot' },
    locale: view.language,
    text: plainText(view),
    textFormat: 'plain',
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
    attachments: view.cards.map(card => heroCard(card, placeLink(card.record))),
    attachmentLayout: 'list',
    channelData: { view },
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
