import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { startApp, type RunningApp } from '../../app/running-app.js'
import { botMessages, comesToHold, tap, write } from './chat.js'
import { describeInBrowser, launch, openPhone } from './chromium.js'

describeInBrowser('a conversation in the browser', () => {
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

  test('goes on after reloading, where it was', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await tap(page, 'letter')
    await page.reload()
    await tap(page, 'later')
    await tap(page, 'skip')
    expect(await page.locator('article.card').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('what is said without a line goes when the line is back, once', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await page.context().setOffline(true)
    await page.locator('button.option[value=letter]').click()
    expect(
      await comesToHold(async () => ((await page.locator('.notice-text').textContent()) ?? '').includes('verbinding')),
    ).toBe(true)
    await page.context().setOffline(false)
    await page.locator('button.option[value=later]').waitFor()
    expect(await page.locator('.message.from-resident').count()).toBe(1)
    expect(await page.locator('.notice-text').textContent()).toBe('')
    expect(await botMessages(page).count()).toBe(3)
    await page.context().close()
  })

  test('HTML that somebody types is text', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    let ran = false
    page.on('dialog', dialog => {
      ran = true
      void dialog.dismiss()
    })
    const typed = '<img src=x onerror=alert(1)><script>alert(2)</script><b>vet</b>'
    await write(page, typed)
    expect(await page.locator('.message.from-resident .note').textContent()).toBe(typed)
    expect(await page.locator('.messages img, .messages script, .messages b').count()).toBe(0)
    expect(ran).toBe(false)
    await page.context().close()
  })

  test('"wipe" is answered on the page', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await tap(page, 'letter')
    await write(page, 'wis alles')
    expect(await botMessages(page).last().textContent()).toMatch(/Alles is weg/)
    await page.context().close()
  })

  test('an answer to a conversation that has expired begins again, and keeps what was written', async () => {
    const page = await openPhone(browser, 'nl')
    await page.goto(app.url)
    await tap(page, 'letter')
    app.now += 25 * 3_600_000
    await page.locator('#text').fill('energie')
    await page.locator('#write button[type=submit]').click()
    await page.locator('button.option[value=letter]:not([disabled])').waitFor()
    expect(await comesToHold(async () => (await page.locator('#text').inputValue()) === 'energie')).toBe(true)
    app.now -= 25 * 3_600_000
    await page.context().close()
  })

  test('without script the same taps lead to a card', async () => {
    const page = await openPhone(browser, 'ar', { javaScriptEnabled: false })
    await page.goto(app.url)
    for (const value of ['letter', 'later', 'skip']) {
      await page.locator(`button.option[value="${value}"]:not([disabled])`).click()
      await page.waitForLoadState()
    }
    expect(await page.locator('article.card').count()).toBeGreaterThan(0)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.context().close()
  })
})
