import compression from 'compression'
import express, { Router, type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import { unverified } from '../content/safety-numbers.js'
import type { Config } from './config.js'
import type { House } from './compose.js'
import { botFrameworkRoutes } from './channels/bot-framework/routes.js'
import { activitySet, directLineRoutes } from './channels/direct-line/routes.js'
import { webhookRoutes } from './channels/whatsapp/routes.js'
import { createStreams, type Streams } from './channels/direct-line/streams.js'
import { dateWords } from './rendering/moment-words.js'
import { renderMessage } from './rendering/render-message.js'
import { openingFor } from './turn/opening-for.js'
import { topicOf } from './turn/session-facts.js'
import { ErrorPage } from './web/error-page.js'
import { renderPage } from './web/page.js'
import { placeHref } from './web/place-links.js'
import { browserOf } from './web/routes/browser.js'
import { deskRoutes } from './web/routes/desk-routes.js'
import { elsewhereRoutes } from './web/routes/elsewhere-routes.js'
import { placeRoutes } from './web/routes/place-routes.js'
import { printRoutes } from './web/routes/print-routes.js'
import { createProposeLanguage } from './web/routes/propose-language.js'
import { residentRoutes } from './web/routes/resident-routes.js'
import { frameOf, type Site } from './web/routes/site.js'
import { statusRoutes } from './web/routes/status-routes.js'
import { securityHeaders } from './web/security-headers.js'
import { serveAssets, type ServedAssets } from './web/serve-assets.js'

/** Where Direct Line 3.0 answers. */
export const DIRECT_LINE_PATH = '/directline/v3/directline'

/** Where Meta calls; to be told to Meta with the host before it. */
export const WHATSAPP_PATH = '/channels/whatsapp'

/** Where Azure Bot Service and the Bot Framework Emulator call. */
export const BOT_FRAMEWORK_PATH = '/api/messages'

export interface Served {
  readonly app: Express
  readonly streams: Streams
}

export interface ServerParts {
  readonly house: House
  readonly config: Config
  readonly log: Logger
  readonly themeCss: string
  readonly nextRun: (job: string) => number | null
}

/** Every route of the house. Listens nowhere by itself. */
export function createServer({ house, config, log, themeCss, nextRun }: ServerParts): Served {
  const assets = assetsOf(themeCss)
  const site = siteOf(house, config, assets)
  const proposeLanguage = createProposeLanguage(house.table)
  const placeLink = (language: string) => (record: string) => ({
    title: house.texts.text('card.more', language),
    href: `${config.publicUrl ?? ''}${placeHref(record, language)}`,
  })
  const streams = createStreams({
    tokens: house.tokens,
    activitySet: (conversation, watermark) => activitySet({ ...house, placeLink }, conversation, watermark),
  })

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', [...config.trustedProxies])
  // First, and with headers of its own: it answers JSON to programs, a hundred times as often as anything else is asked.
  app.use(
    DIRECT_LINE_PATH,
    directLineRoutes({
      ...house,
      streams,
      placeLink,
      proposeLanguage,
      browserOf: (request: Request) => browserOf(request)?.secret ?? null,
    }),
  )
  if (house.messenger) {
    const { accept, settings } = house.messenger
    app.use(WHATSAPP_PATH, webhookRoutes({ ...settings, clock: house.clock, accept }))
  }
  if (house.framework) app.use(BOT_FRAMEWORK_PATH, botFrameworkRoutes(house.framework))
  app.use(securityHeaders(config.frameAncestors))
  app.use(assets.router)
  app.use(compression())
  app.use(pages(house, site, nextRun))
  app.use((request, response) => {
    // Pictures that browsers ask for by themselves must not start a page.
    if (request.get('accept')?.startsWith('image/')) response.status(404).end()
    else response.redirect(303, '/')
  })
  app.use(onError(site, log))
  return { app, streams }
}

/** Everything that people look at. */
function pages(house: House, site: Site, nextRun: ServerParts['nextRun']): Router {
  const { chat, tokens, table } = house
  const proposeLanguage = createProposeLanguage(table)
  const router = Router()
  router.get('/', readyForWords(house.checkDanger))
  router.use(
    residentRoutes({
      site,
      chat,
      tokens,
      proposeLanguage,
      openingFor: language =>
        openingFor(house.live(), table, language).map(said => renderMessage(said, house.renderSources())),
      domain: DIRECT_LINE_PATH,
    }),
  )
  router.use(elsewhereRoutes({ site, chat, proposeLanguage }))
  router.use(printRoutes({ site, proposeLanguage }))
  router.use(
    placeRoutes({
      site,
      proposeLanguage,
      async topicChosen(request) {
        const browser = browserOf(request)
        const stored = browser && (await chat.stored(browser.conversation))
        return topicOf(stored?.session)
      },
    }),
  )
  router.use(deskRoutes({ site, lookUp: house.lookUp, checkDanger: house.checkDanger }))
  router.use(statusRoutes({ site, jobs: house.jobs, nextRun, numbersToCheck: () => numbersToCheck(house) }))
  return router
}

/** One letter of each script in which words of danger are kept. */
const SCRIPTS = ['a', 'я', 'ا', 'ሀ']

/** When the first page was asked for, words are near: what they are compared with is worked out before they come. */
function readyForWords(checkDanger: House['checkDanger']): RequestHandler {
  let asked = false
  return (_request, _response, next) => {
    if (!asked) setImmediate(() => SCRIPTS.forEach(letter => checkDanger(letter)))
    asked = true
    next()
  }
}

function assetsOf(themeCss: string): ServedAssets {
  const file = (name: string) => new URL(`./web/${name}`, import.meta.url)
  return serveAssets([
    { name: 'theme.css', type: 'css', content: file('theme.css') },
    { name: 'pack.css', type: 'css', content: themeCss },
    { name: 'style.css', type: 'css', content: file('style.css') },
    { name: 'client.js', type: 'js', content: file('assets/client.js') },
  ])
}

function siteOf(house: House, config: Config, { hrefOf }: ServedAssets): Site {
  const styles = ['theme.css', 'pack.css', 'style.css'].map(hrefOf)
  return {
    ...house,
    assets: { styles, script: hrefOf('client.js') },
    staffAssets: { styles, script: null },
    exitHref: config.exitUrl,
    example: house.live().snapshot.info.example,
    publicUrl: config.publicUrl,
    whatsappPhone: config.whatsappPhone,
  }
}

/** Numbers that nobody called yet, or not for 30 days (G10). */
function numbersToCheck({ safetyNumbers, texts, clock }: House) {
  const due = new Set(unverified(safetyNumbers, new Date(clock())).map(({ id }) => id))
  return safetyNumbers
    .filter(({ id }) => due.has(id))
    .map(({ name, number, verifiedOn }) => ({
      name,
      number,
      checkedOn: verifiedOn ? dateWords(texts, verifiedOn, 'nl') : null,
    }))
}

/** A bug is logged with its stack and answered kindly without it; nothing of the request is in either. */
function onError(site: Site, log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = statusOf(error)
    if (status >= 500) log.error({ err: error }, 'a request failed')
    if (request.path.startsWith('/directline')) {
      return void response
        .status(status)
        .json({ error: { code: status >= 500 ? 'ServerError' : 'BadArgument', message: 'That did not work' } })
    }
    response
      .status(status)
      .type('html')
      .send(renderPage(<ErrorPage {...frameOf(site, 'nl')} backHref="/" />))
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
