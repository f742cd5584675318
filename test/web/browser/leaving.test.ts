import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { startApp, type RunningApp } from '../../app/running-app.js'
import { botMessages, comesToHold, tap, tapToCards, write } from './chat.js'
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
    await browser.close()
    await app.close()
  })

  /** Somebody came from elsewhere, chose, and wrote something. */
  async function talking(options = {}): Promise<Page> {
    const page = await openPhone(browser, 'nl', options)
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
    const page = await talking({ javaScriptEnabled: false })
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
    await page.waitForFunction('!document.body || document.body.innerText.trim() === "" || location.pathname === "/leeg"')
    expect(await page.content()).not.toContain(SECRET)
    await page.context().close()
  })

  test.each(['/', '/plek/buurtkamer-de-brug'])('is in sight on %s without scrolling, also at the end of a long page', async path => {
    const page = await openPhone(browser, 'ar')
    await page.goto(app.url + path)
    if (path === '/') await tapToCards(page)
    await page.evaluate('scrollTo(0, document.body.scrollHeight)')
    const box = await page.locator('.quick-exit button').boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(568)
    await page.context().close()
  })
})

describeInBrowser('a conversation in the browser', () => {
  let app: RunningApp
  let browser: Browser
  beforeAll(async () => {
    app = await startApp()
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
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
    expect(await comesToHold(async () => /verbinding/.test((await page.locator('.notice-text').textContent()) ?? ''))).toBe(true)
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
    expect(await botMessages(page).last().textContent()).toMatch(/gewist/i)
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
