import type { Address } from '../channels/whatsapp/wire.js'
import { readCardAction } from '../channels/whatsapp/card-actions.js'
import type { WhatsAppMessage } from '../channels/whatsapp/received.js'
import type { Inbound } from '../turn/inbound.js'

/** The name under which somebody is known here: her business-scoped id, else her number (N5). Hashed before it is used. */
export const nameOf = ({ bsuid, phone }: Address): string => `whatsapp ${bsuid ?? phone ?? ''}`

/** What was sent, for the turn. Words under a picture count only where they are danger: the picture cannot be read anyway (B7). */
export function contentOf({ content }: WhatsAppMessage, isDanger: (text: string) => boolean): Inbound['content'] {
  switch (content.type) {
    case 'text':
    case 'location':
      return content
    case 'option': {
      const card = readCardAction(content.id)
      return card ? { type: 'card', card } : content
    }
    case 'attachment':
      return content.caption !== undefined && isDanger(content.caption)
        ? { type: 'text', text: content.caption }
        : { type: 'attachment' }
  }
}
