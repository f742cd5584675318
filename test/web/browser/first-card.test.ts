import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { startApp, type RunningApp } from '../../app/running-app.js'
import { contentOf } from '../../app/test-app.js'
import { overflow, tapToCards } from './chat.js'
import { describeInBrowser, launch, openPhone, SMALL_PHONE } from './chromium.js'

/** Answers before the first card (A2). */
const MOST_TAPS = 4

const rows = contentOf().table.rows.map(({ code, direction }) => [code, direction] as const)

describeInBrowser('on a phone of 320 by 568', () => {
  let app: RunningApp
  let browser: Browser
  beforeAll(async () => {
    app = await startApp()
    browser = await launch()
  })
  afterAll(async () => {
    await app.close()
    await browser.close()
  })

  test.each(rows)('%s (%s): the first choice is in sight, and a card is four taps away', async (code, direction) => {
    const page = await openPhone(browser, code)
    const broken: string[] = []
    page.on('console', message => void (message.type() === 'error' && broken.push(message.text())))
    page.on('pageerror', error => void broken.push(error.message))
    await page.goto(app.url)
    expect(await page.locator('html').getAttribute('lang')).toBe(code)
    expect(await page.locator('html').getAttribute('dir')).toBe(direction)
    const first = await page.locator('button.option').first().boundingBox()
    expect((first?.y ?? Infinity) + (first?.height ?? 0)).toBeLessThanOrEqual(SMALL_PHONE.height)
    expect(first?.y).toBeGreaterThan(0)
    expect(await overflow(page)).toBe(0)
    expect(await tapToCards(page)).toBeLessThanOrEqual(MOST_TAPS)
    const cards = page.locator('article.card')
    expect(await cards.count()).toBeLessThanOrEqual(3)
    expect(await page.evaluate<string>(`getComputedStyle(document.querySelector('article.card')).direction`)).toBe(
      direction,
    )
    expect(await overflow(page)).toBe(0)
    expect(broken).toEqual([])
    await page.context().close()
  })

  test('a language is changed in the middle, and the answers stay', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await page.locator('button.option[value=letter]').click()
    await page.locator('button.option[value=later]').waitFor()
    await page.locator('.languages summary').click()
    await page.locator('.languages a[hreflang=fa]').click()
    await page.locator('.message.from-bot[lang=fa]').last().waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await page.locator('.message.from-bot').last().locator('button.option[value=later]').isEnabled()).toBe(true)
    expect(await page.locator('.message.from-bot').first().getAttribute('dir')).toBe('ltr')
    await page.context().close()
  })

  test('somebody whose language is unknown chooses it first', async () => {
    const page = await openPhone(browser, 'xx')
    await page.goto(app.url)
    await page.locator('button.option[value="lang:ti"]').click()
    await page.locator('.message.from-bot[lang=ti] button.option[value=letter]').waitFor()
    await tapToCards(page)
    await page.context().close()
  })
})
