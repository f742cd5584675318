import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Frame, Page } from 'playwright-core'
import { startApp, type RunningApp } from '../../app/running-app.js'
import { comesToHold, tapToCards } from './chat.js'
import { describeInBrowser, launch, openPhone } from './chromium.js'

describeInBrowser('inside another site', () => {
  let host: Server
  let hostUrl = ''
  let framed = ''
  let allowed: RunningApp
  let browser: Browser
  beforeAll(async () => {
    host = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(
        `<!doctype html><title>Wijk</title><p>Welkom in de wijk</p><iframe src="${framed}" width="300" height="500"></iframe>`,
      )
    })
    await new Promise<void>(resolve => host.listen(0, 'localhost', resolve))
    const address = host.address()
    hostUrl = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
    allowed = await startApp({ VOORDEUR_FRAME_ANCESTORS: hostUrl })
    browser = await launch()
  })
  afterAll(async () => {
    host.close()
    await allowed.close()
    await browser.close()
  })

  async function open(address: string): Promise<{ readonly page: Page; readonly frame: Frame }> {
    framed = address
    const page = await openPhone(browser, 'nl')
    await page.goto(hostUrl)
    const frame = page.frames()[1]
    if (!frame) throw new Error('The page has no frame')
    await frame.waitForLoadState()
    return { page, frame }
  }

  test('that is allowed, the chat leads to a card', async () => {
    const { page, frame } = await open(`${allowed.url}/?embed`)
    await tapToCards(frame)
    expect(await frame.locator('.card-links a').first().getAttribute('target')).toBe('_blank')
    expect(await page.context().cookies()).toEqual([])
    await page.context().close()
  })

  test('quick exit takes the whole window away, or else empties the frame', async () => {
    const { page, frame } = await open(`${allowed.url}/?embed`)
    await frame.locator('button.option[value=letter]').click()
    await frame.locator('button.option[value=later]').waitFor()
    await frame.locator('.quick-exit button').click()
    expect(await comesToHold(() => page.frames().some(one => one.url().endsWith('/leeg')))).toBe(true)
    for (const one of page.frames()) expect(await one.content()).not.toContain('value="later"')
    await page.context().close()
  })

  test('that is not allowed, the browser shows nothing of it', async () => {
    const closed = await startApp()
    const { page, frame } = await open(`${closed.url}/?embed`)
    expect(await frame.locator('button.option').count()).toBe(0)
    expect(frame.url()).toMatch(/^chrome-error:/)
    await page.context().close()
    await closed.close()
  })
})
