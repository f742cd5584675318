import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../app/running-app.js'
import { createPlainBrowser } from './plain-browser.js'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** A conversation of one answer. */
async function begun() {
  const browser = createPlainBrowser(app.url)
  await browser.visit('/')
  await browser.press('letter')
  return browser
}

describe('without script', () => {
  test('a page that is opened again goes on where it was', async () => {
    const browser = await begun()
    const again = await browser.visit('/')
    expect(again.choices).toContain('later')
  })

  test('nobody reads it with another cookie, or with the page of another', async () => {
    const browser = await begun()
    const stranger = createPlainBrowser(app.url)
    const page = await stranger.visit('/')
    expect(page.choices).toContain('letter')
    const posted = await fetch(`${app.url}/gesprek`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: stranger.cookie },
      body: new URLSearchParams({ token: browser.token(), value: 'later' }),
    })
    expect([posted.status, posted.headers.get('location')]).toEqual([303, '/'])
  })

  test('who knows the id of a conversation cannot make a cookie that opens it', async () => {
    const browser = await begun()
    const page = await browser.visit('/')
    const [, conversation = ''] = /"conversationId":"([^"]+)"/.exec(page.html) ?? []
    expect(conversation).toMatch(/^[0-9a-f-]{36}$/)
    for (const forged of [conversation, `${conversation}.00000000-0000-4000-8000-000000000000`]) {
      const opened = await fetch(`${app.url}/?lang=nl`, { headers: { cookie: `voordeur=${forged}` } })
      expect((await opened.text()).includes('value="later"')).toBe(false)
    }
  })

  test('a form of yesterday begins again', async () => {
    const browser = await begun()
    app.now += 25 * 3_600_000
    const late = await browser.press('later')
    expect([late.status, late.headers.get('location')]).toEqual([303, '/'])
    expect((await browser.visit('/')).choices).toContain('letter')
    app.now -= 25 * 3_600_000
  })

  test('quick exit forgets the conversation and the cookie, and leads to an empty page', async () => {
    const browser = await begun()
    const before = browser.cookie
    const left = await browser.leave()
    expect([left.status, left.headers.get('location')]).toEqual([303, '/leeg'])
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(browser.cookie).toBe('')
    const again = await fetch(`${app.url}/?lang=nl`, { headers: { cookie: before } })
    expect(await again.text()).toContain('value="letter"')
  })

  test('quick exit works for whoever has only the cookie, and for whoever has nothing', async () => {
    const browser = await begun()
    const left = await fetch(`${app.url}/snel-weg`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: browser.cookie },
    })
    expect(left.status).toBe(303)
    expect((await browser.visit('/')).choices).toContain('letter')
    expect((await fetch(`${app.url}/snel-weg`, { method: 'POST', redirect: 'manual' })).status).toBe(303)
  })

  test('the empty page says nothing of where somebody came from', async () => {
    const html = await (await fetch(`${app.url}/leeg`)).text()
    expect(html.replace(/<[^>]*>/g, '').trim()).toMatch(/^(&#160;|\u00a0)?$/)
    expect(html.replace('href="data:,"', '')).not.toMatch(/voordeur|href|src/i)
  })

  test('a setting can send people elsewhere', async () => {
    const other = await startApp({ VOORDEUR_EXIT_URL: 'https://www.example.org/weather' })
    const left = await fetch(`${other.url}/snel-weg`, { method: 'POST', redirect: 'manual' })
    const page = await (await fetch(`${other.url}/?lang=nl`)).text()
    await other.close()
    expect(left.headers.get('location')).toBe('https://www.example.org/weather')
    expect(page).toContain('data-exit="https://www.example.org/weather"')
  })
})
