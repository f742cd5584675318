import { Router, type Request, type Response } from 'express'
import QRCode from 'qrcode'
import { PrintPage, type StartCode } from '../print-page.js'
import { renderPage } from '../page.js'
import { placeHref } from '../place-links.js'
import { startHref, startOnWhatsApp } from '../start-links.js'
import { baseOf, languageOf, publicCard } from './public-card.js'
import { frameOf, type Site } from './site.js'

export interface PrintParts {
  readonly site: Site
  readonly proposeLanguage: (header: string | undefined) => string | null
}

/** The place on one sheet of paper, and the pictures that open the chat there (A10). Nothing is kept. */
export function printRoutes({ site, proposeLanguage }: PrintParts): Router {
  const router = Router()
  router.get('/plek/:id/qr.svg', async (request, response) => {
    const address = codedAddress(site, request, languageOf(site, request, proposeLanguage))
    if (address === null) return void response.status(404).type('txt').send('')
    response
      .set('Cache-Control', 'public, max-age=86400')
      .type('svg')
      .send(await QRCode.toString(address, { type: 'svg', margin: 1 }))
  })
  router.get('/plek/:id/print', (request, response) => {
    sendSheet(site, request, response, languageOf(site, request, proposeLanguage))
  })
  return router
}

/** What a picture holds: the page of the place, or the chat here or in WhatsApp; null where there is no such place or number. */
function codedAddress(site: Site, request: Request<{ id: string }>, language: string): string | null {
  const { id } = request.params
  const { channel } = request.query
  if (!site.live().snapshot.records.has(id)) return null
  if (channel === 'whatsapp')
    return site.whatsappPhone === null ? null : startOnWhatsApp(site.whatsappPhone, id, language, site.texts)
  return `${baseOf(site, request)}${channel === 'web' ? startHref(id, language) : placeHref(id, language)}`
}

/** A place that may not be shown has no sheet; its page says why. */
function sendSheet(site: Site, request: Request<{ id: string }>, response: Response, language: string): void {
  const { id } = request.params
  const card = publicCard(site, id, language)
  if (!card) return response.redirect(303, placeHref(id, language))
  const page = (
    <PrintPage
      {...frameOf(site, language)}
      path={`/plek/${encodeURIComponent(id)}/print`}
      backHref={placeHref(id, language)}
      card={card}
      dutch={language === 'nl' ? null : publicCard(site, id, 'nl')}
      codes={codesOf(site, request, id, language)}
    />
  )
  response.set('Cache-Control', 'no-store').type('html').send(renderPage(page))
}

function codesOf(site: Site, request: Request, record: string, language: string): readonly StartCode[] {
  const { texts, whatsappPhone } = site
  const picture = (channel: string) =>
    `/plek/${encodeURIComponent(record)}/qr.svg?lang=${encodeURIComponent(language)}&channel=${channel}`
  const web: StartCode = {
    src: picture('web'),
    address: `${baseOf(site, request)}${startHref(record, language)}`,
    caption: texts.text('print.web', language),
  }
  if (whatsappPhone === null) return [web]
  const address = startOnWhatsApp(whatsappPhone, record, language, texts)
  return [web, { src: picture('whatsapp'), address, caption: texts.text('print.whatsapp', language) }]
}
