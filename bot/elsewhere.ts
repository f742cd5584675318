import type { Transfers } from '../services/transfers/transfers.js'
import type { Elsewhere } from './turn/elsewhere.js'
import { continueHref } from './web/start-links.js'

export interface ElsewhereParts {
  readonly transfers: Transfers
  /** Our number in WhatsApp; null where there is none. */
  readonly phone: string | null
  /** How the web chat is reached, without a slash. */
  readonly publicUrl: string
}

/** From the web chat one goes on in WhatsApp, and from everywhere else in the web chat. */
export function createElsewhere({ transfers, phone, publicUrl }: ElsewhereParts): Elsewhere {
  return {
    async offer(from) {
      if (from.channel === 'web' && phone === null) return { key: 'elsewhere.none' }
      const code = await transfers.offer(from)
      if (code === null) return { key: 'elsewhere.none' }
      if (from.channel !== 'web' || phone === null) {
        return { key: 'elsewhere.on-web', values: { address: { name: `${publicUrl}${continueHref(code)}` } } }
      }
      return { key: 'elsewhere.on-whatsapp', values: { code: { name: code }, phone: { name: `+${phone}` } } }
    },
    take: (code, sender) => transfers.take(code, sender),
  }
}
