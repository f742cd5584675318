import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { startApp, type RunningApp } from '../../app/running-app.js'
import { contentOf } from '../../app/test-app.js'
import { describeInBrowser, launch } from './chromium.js'

const { pack } = contentOf()
/** The fullest pages: the most there is to say about a place. */
const longest = pack.records
  .filter(({ state }) => state === 'published')
  .toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
  .slice(0, 3)
  .map(({ id }) => id)

describeInBrowser('a place on paper', () => {
  let browser: Browser
  let app: RunningApp
  let page: Page
  beforeAll(async () => {
    app = await startApp({ WHATSAPP_PHONE: '31612345678' })
    browser = await launch()
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  test.each(['nl', 'ar', 'bg'])('is one sheet of A4 with its pictures, also when it is long (%s)', async language => {
    for (const id of longest) {
      await page.goto(`${app.url}/plek/${id}/print?lang=${language}`)
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: false })
      expect([id, pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([id, 1])
      const drawn = await page
        .locator('.sheet-codes img')
        .evaluateAll(
          images => images.filter(image => image instanceof HTMLImageElement && image.naturalWidth > 0).length,
        )
      expect(drawn).toBe(2)
    }
  })
})
