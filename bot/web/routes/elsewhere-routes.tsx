import express, { Router, type Request, type Response } from 'express'
import QRCode from 'qrcode'
import { z } from 'zod'
import { newId } from '../../channels/direct-line/tokens.js'
import type { WebChat } from '../../channels/direct-line/web-chat.js'
import { ContinuePage, ElsewherePage } from '../elsewhere-page.js'
import { renderPage } from '../page.js'
import { ELSEWHERE_PATH, whatsAppHref } from '../start-links.js'
import { browserOf, browserWith, setBrowser } from './browser.js'
import { languageOf } from './public-card.js'
import { frameOf, type Site } from './site.js'

/** A code and nothing else, in bytes. */
const MOST_FORM = 1_024

export interface ElsewhereRoutesParts {
  readonly site: Site
  readonly chat: WebChat
  readonly proposeLanguage: (header: string | undefined) => string | null
}

/** From this browser to WhatsApp, and from WhatsApp to this browser (N8). */
export function elsewhereRoutes(parts: ElsewhereRoutesParts): Router {
  const { site, proposeLanguage } = parts
  const router = Router()
  router.get(ELSEWHERE_PATH, (request, response) => leaveFor(parts, request, response))
  router.get('/verder', (request, response) => {
    const { code } = request.query
    const written = typeof code === 'string' && /^[\w-]{1,12}$/.test(code) ? code : ''
    const frame = frameOf(site, languageOf(site, request, proposeLanguage))
    send(response, renderPage(<ContinuePage {...frame} path={`/verder?code=${written}`} code={written} />))
  })
  router.post('/verder', express.urlencoded({ extended: false, limit: MOST_FORM }), (request, response) =>
    arriveHere(parts, request, response),
  )
  return router
}

async function leaveFor({ site, chat, proposeLanguage }: ElsewhereRoutesParts, request: Request, response: Response) {
  const { whatsappPhone: phone, texts } = site
  if (phone === null) return response.redirect(303, '/')
  const browser = browserOf(request)
  const stored = browser && (await chat.stored(browser.conversation))
  const language = stored?.language ?? stored?.proposed ?? languageOf(site, request, proposeLanguage)
  const found = browser ? await chat.elsewhere(browser.conversation) : null
  const refused = found !== null && found.type !== 'code' && found.type !== 'nothing'
  const code = found?.type === 'code' ? found.code : ''
  const href = whatsAppHref(phone, texts.text('start.text', language, { code }).trim())
  const text = refused
    ? texts.text(found.type === 'not-kept' ? 'elsewhere.not-kept' : 'elsewhere.none', language)
    : code === ''
      ? texts.text('print.whatsapp', language)
      : texts.text('elsewhere.on-whatsapp', language, { code, phone: `+${phone}` })
  const whatsapp = refused ? null : { href, qr: await pictureOf(href) }
  const page = <ElsewherePage {...frameOf(site, language)} path={ELSEWHERE_PATH} text={text} whatsapp={whatsapp} />
  send(response, renderPage(page))
}

/** In the page itself: at an address of its own the code would be on its way twice. */
const pictureOf = async (text: string): Promise<string> => QRCode.toDataURL(text, { margin: 1 })

async function arriveHere({ chat, proposeLanguage, site }: ElsewhereRoutesParts, request: Request, response: Response) {
  const form = z.object({ code: z.string().max(40) }).safeParse(request.body)
  if (!form.success) return response.redirect(303, '/verder')
  const browser = browserOf(request) ?? browserWith(newId())
  setBrowser(request, response, browser)
  const proposedLanguage = languageOf(site, request, proposeLanguage)
  const content = { type: 'continue', code: form.data.code.trim() } as const
  await chat.say(browser.conversation, content, { proposedLanguage, opened: false, sender: request.ip ?? '' })
  response.redirect(303, '/')
}

const send = (response: Response, html: string): void =>
  void response.set('Cache-Control', 'no-store').type('html').send(html)
