import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { startApp, type RunningApp } from '../../app/running-app.js'
import { botMessages, buttonOf, overflow, tap, tapToCards, write } from './chat.js'
import { describeInBrowser, launch, openPhone } from './chromium.js'

/** WCAG 2.2, levels A and AA (N6). */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Smallest side of a target, in CSS pixels (WCAG 2.5.8). */
const SMALLEST_TARGET = 24
const MOST_TABS = 60
/** So tall that the bar below covers nothing: what it covers can be scrolled free, but a checker does not scroll. */
const TALL = { viewport: { width: 320, height: 2_400 } }
/** Six pages of a checker that takes some seconds each on a busy machine. */
const CHECKING_MS = 90_000

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

describeInBrowser('whoever cannot see, point or read small print', () => {
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

  test.each(['nl', 'ar', 'ti', 'en'])(
    'no rule of WCAG 2.2 AA is broken in %s',
    async language => {
      const page = await openPhone(browser, language, TALL)
      const found: Record<string, readonly string[]> = {}
      await page.goto(app.url)
      found['opening'] = await violations(page)
      await tapToCards(page)
      await page.locator('article.card details.more summary').first().click()
      found['cards'] = await violations(page)
      await tap(page, 'not-safe')
      found['safety'] = await violations(page)
      await page.goto(`${app.url}/plek/buurtkamer-de-brug?lang=${language}`)
      found['place'] = await violations(page)
      await page.goto(`${app.url}/balie`)
      await page.locator('#query').fill('brief Geuzenveld')
      if (language !== 'nl') await page.locator('#language').selectOption(language)
      await page.locator('main button[type=submit]').click()
      await page.locator('.desk-result').first().waitFor()
      found['desk'] = await violations(page)
      expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([])
      await page.context().close()
    },
    CHECKING_MS,
  )

  test('nor on the page about the state of things', async () => {
    const page = await openPhone(browser, 'nl', TALL)
    await page.goto(`${app.url}/status`)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  test('the checker itself sees what is wrong', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await page.evaluate(`document.querySelector('.messages').append(document.createElement('img'))`)
    expect(await violations(page)).not.toEqual([])
    await page.context().close()
  })

  test('a keyboard alone reaches a card, with the focus in sight all the way', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    for (const value of ['letter', 'later', 'skip']) {
      const before = await botMessages(page).count()
      await tabTo(page, value)
      const focus = await page.locator('button:focus').boundingBox()
      expect(focus?.y).toBeGreaterThanOrEqual(0)
      expect((focus?.y ?? Infinity) + (focus?.height ?? 0)).toBeLessThanOrEqual(568)
      await page.keyboard.press('Enter')
      await botMessages(page).nth(before).waitFor()
      // The focus did not fall back to the top of the page
      expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('BUTTON')
    }
    expect(await page.locator('article.card').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('a link past the header is the first thing a keyboard meets', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('class')).toBe('skip-link')
    await page.keyboard.press('Enter')
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('gesprek')
    await page.context().close()
  })

  test('what was answered is switched off and says what was chosen', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await tap(page, 'letter')
    await buttonOf(page, 'later').focus()
    const used = page.locator('.message.from-bot').nth(1).locator('button.option')
    expect(await used.count()).toBeGreaterThan(5)
    for (const button of await used.all()) expect(await button.isDisabled()).toBe(true)
    expect(await page.locator('button.option.chosen').textContent()).toContain('Gekozen')
    await page.context().close()
  })

  test('every target is large enough for a thumb', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await tapToCards(page)
    for (const target of await page
      .locator('button:visible, .card-links a:visible, summary:visible, input:visible')
      .all()) {
      const box = await target.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(SMALLEST_TARGET)
    }
    await page.context().close()
  })

  test('new messages are in a live region, in the order they are read, each in its language', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await write(page, '1')
    expect(await page.locator('[role=log][aria-live=polite] .messages > li').count()).toBe(4)
    expect(await page.locator('.messages > li').nth(2).getAttribute('class')).toContain('from-resident')
    await page.context().close()
  })

  test.each(['nl', 'ar'])('at 200 %% nothing has to be pushed sideways (%s)', async language => {
    // 200 % of a screen of 640 pixels is 320 CSS pixels with twice the density
    const page = await openPhone(browser, language, { viewport: { width: 320, height: 284 }, deviceScaleFactor: 2 })
    await page.goto(app.url)
    expect(await overflow(page)).toBe(0)
    await tapToCards(page)
    expect(await overflow(page)).toBe(0)
    await page.goto(`${app.url}/plek/buurtkamer-de-brug?lang=${language}`)
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })

  test('with the letters alone twice as large nothing is cut off', async () => {
    const page = await openPhone(browser, 'nl', { viewport: { width: 640, height: 900 } })
    await page.goto(app.url)
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
    await tapToCards(page)
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })
})

async function tabTo(page: Page, value: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate<string>(`document.activeElement.value || ''`)) === value) return
  }
  throw new Error(`"${value}" was not reached within ${MOST_TABS} tabs`)
}
