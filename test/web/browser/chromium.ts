import { existsSync } from 'node:fs'
import { describe } from '@jest/globals'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** No sandbox, as containers have none; and nothing that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const executable = PLACES.find(existsSync)
if (executable === undefined && process.env['VOORDEUR_REQUIRE_BROWSER'] === '1') {
  throw new Error(`VOORDEUR_REQUIRE_BROWSER is 1 and there is no Chromium at ${PLACES.join(', ')}`)
}

/** As `describe`, where a browser is installed; else everything in it is skipped and says why. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (executable === undefined) describe.skip(`${name} (skipped: no Chromium found)`, tests)
  else describe(name, tests)
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable ?? '', args: FLAGS, headless: true })

/** The smallest phone that is still in use, as requirement A3 names it. */
export const SMALL_PHONE = { width: 320, height: 568 }
const PATIENCE_MS = 8_000

/** A tab of its own, with no cookie, on the small phone unless told otherwise. */
export async function openPhone(browser: Browser, locale: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: SMALL_PHONE, locale, hasTouch: true, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  return page
}
