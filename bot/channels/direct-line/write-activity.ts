import type { MessageView } from '../../rendering/message-view.js'
import { writeBody, type ActivityBody, type PlaceLink } from '../activity-body.js'

/** A message of ours as Direct Line 3.0 shows it, for Microsoft's clients and for our own (`channelData.view`). */
export interface BotActivity extends ActivityBody {
  readonly type: 'message'
  readonly id: string
  readonly timestamp: string
  readonly channelId: 'directline'
  readonly conversation: { readonly id: string }
  readonly from: { readonly id: 'voordeur'; readonly name: 'Voordeur'; readonly role: 'bot' }
  readonly channelData: { readonly view: MessageView }
}

export interface Envelope {
  readonly conversation: string
  readonly number: number
  readonly at: number
  /** Address of a record's page, and the words of the link to it. */
  readonly placeLink: PlaceLink
}

export function writeActivity(view: MessageView, { conversation, number, at, placeLink }: Envelope): BotActivity {
  return {
    type: 'message',
    id: `${conversation}|${String(number).padStart(7, '0')}`,
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: conversation },
    from: { id: 'voordeur', name: 'Voordeur', role: 'bot' },
    ...writeBody(view, placeLink),
    channelData: { view },
  }
}
