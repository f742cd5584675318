import type { Request } from 'express'
import { cardView } from '../../rendering/card-view.js'
import type { CardView } from '../../rendering/message-view.js'
import type { Site } from './site.js'

/** A record as everybody may see it, with nothing of who asks; null when it may not be shown. */
export function publicCard(site: Site, record: string, language: string): CardView | null {
  const { snapshot } = site.live()
  const ref = { record, metres: null, reasons: [], topic: 'talk-to-human' } as const
  return cardView(ref, language, { ...site, snapshot, now: site.clock() })
}

/** The language of the link, else of the browser, else Dutch. */
export function languageOf(
  site: Site,
  request: Request,
  proposeLanguage: (header: string | undefined) => string | null,
): string {
  const { lang } = request.query
  if (typeof lang === 'string' && site.table.isOffered(lang)) return lang
  return proposeLanguage(request.get('accept-language')) ?? 'nl'
}

/** How this service is reached, without a slash at the end. */
export const baseOf = (site: Site, request: Request): string =>
  (site.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`).replace(/\/$/, '')
