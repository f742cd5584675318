import express, { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { Conversation } from '../../../services/conversations/conversation.js'
import { browserHash, newId, presetBy, type Claims, type Tokens } from '../../channels/direct-line/tokens.js'
import type { WebChat } from '../../channels/direct-line/web-chat.js'
import type { MessageView } from '../../rendering/message-view.js'
import { renderMessage } from '../../rendering/render-message.js'
import type { Inbound } from '../../turn/inbound.js'
import { linkedRecord } from '../../turn/preset.js'
import { isYoung, linkedIn } from '../../turn/session-facts.js'
import { MOST_TEXT } from '../../channels/direct-line/read-activity.js'
import { BlankPage } from '../blank-page.js'
import { ChatPage } from '../chat-page.js'
import { clientWords } from '../client-words.js'
import { renderPage } from '../page.js'
import { ELSEWHERE_PATH } from '../start-links.js'
import { browserOf, browserWith, clearBrowser, setBrowser, type Browser } from './browser.js'
import { frameOf, wordsOf, type Site } from './site.js'

/** Largest form, in bytes. */
const MOST_FORM = 32_768
/** How many of the last messages a page shows again; older ones are not needed to go on. */
const MOST_SHOWN_AGAIN = 3

export interface ResidentParts {
  readonly site: Site
  readonly chat: WebChat
  readonly tokens: Tokens
  readonly proposeLanguage: (header: string | undefined) => string | null
  /** The messages of a conversation that nobody has said anything in, for a known or proposed language. */
  readonly openingFor: (language: string | null) => readonly MessageView[]
  readonly domain: string
}

/** The resident's page with and without script, the quick exit, and the words for a switch of language. */
export function residentRoutes(parts: ResidentParts): Router {
  const { site } = parts
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: MOST_FORM })
  router.get('/', (request, response) => showConversation(parts, request, response))
  router.post('/gesprek', form, (request, response) => answerForm(parts, request, response))
  router.get('/gesprek', (_request, response) => response.redirect(303, '/'))
  router.post('/snel-weg', form, (request, response) => leave(parts, request, response))
  router.get('/leeg', (_request, response) => response.type('html').send(renderPage(<BlankPage />)))
  router.get('/woorden/:language.json', (request, response) => {
    const { language } = request.params
    if (!site.table.isOffered(language))
      return void response.status(404).json({ error: { code: 'NotFound', message: 'No such language' } })
    response.set('Cache-Control', 'public, max-age=3600').json(clientWords(wordsOf(site, language)))
  })
  return router
}

async function showConversation(parts: ResidentParts, request: Request, response: Response): Promise<void> {
  const embedded = request.query['embed'] !== undefined
  const asked = languageAsked(parts, request)
  const browser = embedded ? null : browserOf(request)
  const stored = browser ? await parts.chat.stored(browser.conversation) : null
  if (browser && stored) return showAgain(parts, request, response, browser, stored, asked)
  // The same browser keeps its secret: a second tab, or an icon fetched beside the page, must not undo the first token.
  const fresh = browser ?? browserWith(newId())
  if (!embedded) setBrowser(request, response, fresh)
  const proposed = asked ?? parts.proposeLanguage(request.get('accept-language'))
  const messages = parts.openingFor(proposed)
  const language = proposed ?? 'nl'
  const area = typeof request.query['buurt'] === 'string' ? request.query['buurt'] : undefined
  const place = placeAsked(parts, request)
  const claims: Claims = {
    c: fresh.conversation,
    ...(embedded ? {} : { b: browserHash(fresh.secret) }),
    ...(proposed ? { l: proposed, o: true } : {}),
    ...(area && parts.site.live().snapshot.areas.has(area) ? { a: area } : {}),
    ...(place === null ? {} : { p: place }),
  }
  sendPage(parts, response, {
    language,
    messages,
    token: await parts.tokens.issue(claims),
    claims,
    watermark: '0',
    embedded,
    said: null,
  })
}

/** Somebody comes back, or switches language by a link: the last messages are rendered again, in the chosen language. */
async function showAgain(
  parts: ResidentParts,
  request: Request,
  response: Response,
  browser: Browser,
  stored: Conversation,
  asked: string | null,
): Promise<void> {
  if (asked && asked !== stored.language) {
    const content = { type: 'option', id: `lang:${asked}` } as const
    await parts.chat.say(browser.conversation, content, { proposedLanguage: asked, opened: stored.opened })
  }
  const place = placeAsked(parts, request)
  if (place !== null && place !== linkedIn(stored.session)) {
    const from = { proposedLanguage: asked, opened: stored.opened, presetPlace: place }
    await parts.chat.say(browser.conversation, { type: 'open' }, from)
  }
  const { messages, last } = await parts.chat.read(browser.conversation, 0)
  const language = asked ?? stored.language ?? stored.proposed ?? 'nl'
  const claims: Claims = { c: browser.conversation, b: browserHash(browser.secret), l: language, o: true }
  setBrowser(request, response, browser)
  const views = messages.slice(-MOST_SHOWN_AGAIN).map(({ view }) => view)
  sendPage(parts, response, {
    language,
    messages: views.length > 0 ? views : parts.openingFor(language),
    token: await parts.tokens.issue(claims),
    claims,
    watermark: String(last),
    embedded: false,
    said: null,
  })
}

const formSchema = z.object({
  token: z.string().max(2000),
  value: z.string().max(80).optional(),
  text: z.string().optional(),
})

/** An answer without script: the same turn, and the page again with what it led to. */
async function answerForm(parts: ResidentParts, request: Request, response: Response): Promise<void> {
  const form = formSchema.safeParse(request.body)
  const browser = browserOf(request)
  const checked = form.success ? await parts.tokens.check(form.data.token, browser?.secret ?? null) : null
  if (!form.success || checked?.type !== 'valid') return response.redirect(303, '/')
  const { claims } = checked
  const content = contentOf(form.data)
  const turned = await parts.chat.say(claims.c, content, {
    proposedLanguage: claims.l ?? null,
    opened: claims.o === true,
    ...presetBy(claims),
    sender: request.ip ?? '',
  })
  const stored = await parts.chat.stored(claims.c)
  const views = turned.messages.map(message =>
    renderMessage(message, parts.site.renderSources(), isYoung(stored?.session)),
  )
  const language = views.at(-1)?.language ?? claims.l ?? 'nl'
  sendPage(parts, response, {
    language,
    messages: views,
    token: await parts.tokens.issue({ ...claims, l: language, o: true }),
    claims,
    watermark: String(turned.firstNumber + turned.messages.length - 1),
    embedded: claims.b === undefined,
    said: content.type === 'text' ? content.text : null,
  })
}

function contentOf({ value, text }: z.infer<typeof formSchema>): Inbound['content'] {
  if (value) return { type: 'option', id: value }
  return { type: 'text', text: (text ?? '').slice(0, MOST_TEXT) }
}

/** Everything is forgotten at once; where there is no script the browser is sent to the neutral page (G8). */
async function leave(parts: ResidentParts, request: Request, response: Response): Promise<void> {
  const browser = browserOf(request)
  const form = z.object({ token: z.string().max(2000).optional() }).safeParse(request.body)
  const token = form.success ? form.data.token : undefined
  const checked = token ? await parts.tokens.check(token, browser?.secret ?? null) : null
  const conversation = checked?.type === 'valid' ? checked.claims.c : (browser?.conversation ?? null)
  if (conversation) await parts.chat.wipe(conversation)
  clearBrowser(response)
  response.set('Clear-Site-Data', '"cache", "storage"').redirect(303, parts.site.exitHref)
}

function languageAsked({ site }: ResidentParts, request: Request): string | null {
  const { lang } = request.query
  return typeof lang === 'string' && site.table.isOffered(lang) ? lang : null
}

/** The place of a link, or what came in its place. */
function placeAsked({ site }: ResidentParts, request: Request): string | null {
  const { place } = request.query
  return typeof place === 'string' ? (linkedRecord(site.live().snapshot, place)?.id ?? null) : null
}

interface Shown {
  readonly language: string
  readonly messages: readonly MessageView[]
  readonly token: string
  readonly claims: Claims
  readonly watermark: string
  readonly embedded: boolean
  readonly said: string | null
}

function sendPage({ site, domain }: ResidentParts, response: Response, shown: Shown): void {
  const page = (
    <ChatPage
      {...frameOf(site, shown.language)}
      messages={shown.messages}
      said={shown.said}
      token={shown.token}
      conversationId={shown.claims.c}
      watermark={shown.watermark}
      domain={domain}
      embedded={shown.embedded}
      elsewhereHref={site.whatsappPhone === null || shown.embedded ? null : ELSEWHERE_PATH}
    />
  )
  response.set('Cache-Control', 'no-store').type('html').send(renderPage(page))
}
