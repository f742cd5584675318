import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { startApp, type RunningApp } from '../../app/running-app.js'
import { comesToHold, tap, tapToCards, write } from './chat.js'
import { describeInBrowser, launch, openPhone } from './chromium.js'

const SECRET = 'Kwartelsingelplantsoen'

describeInBrowser('quick exit', () => {
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

  /** Somebody came from elsewhere, chose, and wrote something. */
  async function talking(): Promise<Page> {
    const page = await openPhone(browser, 'nl')
    await page.goto(`${app.url}/status`)
    await page.goto(`${app.url}/`)
    await tap(page, 'letter')
    return page
  }

  async function nothingIsLeft(page: Page): Promise<void> {
    expect(new URL(page.url()).pathname).toBe('/leeg')
    expect((await page.locator('body').innerText()).trim()).toBe('')
    expect(await page.evaluate<number>('localStorage.length')).toBe(0)
    const kept = await page.evaluate<string>('JSON.stringify(sessionStorage)')
    expect(['{}', '{"left":"1"}']).toContain(kept)
    expect(await comesToHold(async () => (await page.context().cookies()).length === 0)).toBe(true)
  }

  test('leads to an empty page and wipes the conversation, the cookie and the storage', async () => {
    const page = await talking()
    await write(page, SECRET)
    await page.locator('.quick-exit button').click()
    await page.waitForURL('**/leeg')
    await nothingIsLeft(page)
    await page.goto(app.url)
    expect(await page.locator('button.option[value=letter]').isVisible()).toBe(true)
    expect(await page.content()).not.toContain(SECRET)
    await page.context().close()
  })

  test.each(['back', 'twice back and forward again'])('going %s does not bring it back', async way => {
    const page = await talking()
    await write(page, SECRET)
    await page.locator('.quick-exit button').click()
    await page.waitForURL('**/leeg')
    await page.goBack()
    if (way !== 'back') {
      await page.goBack()
      await page.goForward()
      await page.goForward()
    }
    await page.waitForLoadState()
    expect(await page.content()).not.toContain(SECRET)
    expect(await page.locator('button.option[value=later]').count()).toBe(0)
    await page.context().close()
  })

  test('from the page of a place, going back shows no conversation either', async () => {
    const page = await talking()
    await page.goto(`${app.url}/plek/buurtkamer-de-brug?lang=nl`)
    await page.locator('.quick-exit button').click()
    await page.waitForURL('**/leeg')
    await page.goBack()
    await page.waitForLoadState()
    expect(await page.locator('button.option[value=later]').count()).toBe(0)
    await page.context().close()
  })

  test('three times Escape is the same', async () => {
    const page = await talking()
    for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    await page.waitForURL('**/leeg')
    await nothingIsLeft(page)
    await page.context().close()
  })

  test('works without script', async () => {
    const page = await openPhone(browser, 'nl', { javaScriptEnabled: false })
    await page.goto(app.url)
    await page.locator('button.option[value=letter]').click()
    await page.locator('button.option[value=later]').waitFor()
    await page.locator('.quick-exit button').click()
    await page.waitForURL('**/leeg')
    await page.goto(app.url)
    expect(await page.locator('button.option[value=letter]').isVisible()).toBe(true)
    await page.context().close()
  })

  test('leaves at once without a line, and what waited is never sent', async () => {
    const page = await talking()
    await page.context().setOffline(true)
    await page.locator('#text').fill(SECRET)
    await page.locator('#write button[type=submit]').click()
    await page.locator('.quick-exit button').click()
    expect(await comesToHold(async () => !(await page.content()).includes(SECRET))).toBe(true)
    await page.context().setOffline(false)
    await page.goto(app.url)
    expect(await page.content()).not.toContain(SECRET)
    await page.context().close()
  })

  test.each(['/', '/plek/buurtkamer-de-brug'])(
    'is in sight on %s without scrolling, also at the end of a long page',
    async path => {
      const page = await openPhone(browser, 'ar')
      await page.goto(app.url + path)
      if (path === '/') await tapToCards(page)
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
      const box = await page.locator('.quick-exit button').boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(568)
      await page.context().close()
    },
  )
})
