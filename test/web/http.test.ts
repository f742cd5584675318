import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../app/running-app.js'
import { contentOf } from '../app/test-app.js'
import { createPlainBrowser, sentBytes } from './plain-browser.js'

/** First load of the resident's page in all, in bytes (issue "First light"; N6 allows 150 KB). */
const FIRST_LOAD = 60 * 1024
/** Questions before the first card (A2). */
const MOST_ANSWERS = 4

const { table, texts } = contentOf()

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
const shows = (html: string, text: string) => [text, escaped(text)].some(form => html.includes(form))

describe.each(table.rows.map(({ code, direction }) => [code, direction] as const))(
  'the page in %s',
  (code, direction) => {
    test.each([
      ['by the browser', `/`, code],
      ['by a link', `/?lang=${code}`, 'xx'],
    ])('is in that language %s, with the opening and the first question', async (_name, path, accepted) => {
      const page = await createPlainBrowser(app.url, accepted).visit(path)
      expect(page).toMatchObject({ status: 200, language: code, direction })
      expect(shows(page.html, texts.text('opening.hello.demo', code))).toBe(true)
      expect(shows(page.html, texts.text('menu.ask', code))).toBe(true)
      expect(page.choices[0]).toBe('letter')
      expect(page.options).toContain('not-safe')
    })

    test('leads to a card without script in four answers', async () => {
      const browser = createPlainBrowser(app.url, code)
      let page = await browser.visit('/')
      let answers = 0
      for (const answer of ['letter', 'later', '1057', 'skip']) {
        if (page.cards > 0) break
        page = await (/^\d+$/.test(answer) ? browser.write(answer) : browser.press(answer))
        answers += 1
      }
      expect(answers).toBeLessThanOrEqual(MOST_ANSWERS)
      expect(page.cards).toBeGreaterThanOrEqual(1)
      expect(page.cards).toBeLessThanOrEqual(3)
      expect(page).toMatchObject({ language: code, direction })
    })
  },
)

describe('the page of nobody yet', () => {
  test('shows the languages when the browser names none that is spoken here', async () => {
    const page = await createPlainBrowser(app.url, 'xx').visit('/')
    expect(page.choices.toSorted()).toEqual(table.rows.map(({ code }) => `lang:${code}`).toSorted())
    expect(page.options).toContain('not-safe')
  })

  test('goes to a card from a language that was pressed', async () => {
    const browser = createPlainBrowser(app.url, 'xx')
    await browser.visit('/')
    expect(await browser.press('lang:ti')).toMatchObject({ language: 'ti', cards: 0 })
    for (const answer of ['letter', 'later']) await browser.press(answer)
    expect((await browser.press('skip')).cards).toBeGreaterThan(0)
  })

  test('is at most 60 KB in all, as it is sent', async () => {
    for (const encoding of ['br', 'gzip'] as const) {
      const html = await sentBytes(`${app.url}/`, encoding)
      const files = [...html.text.matchAll(/(?:href|src)="(\/bestanden\/[^"]+)"/g)].map(([, path = '']) => path)
      expect(files.filter(path => path.endsWith('.js'))).toHaveLength(1)
      expect(files.length).toBeGreaterThanOrEqual(3)
      const sizes = await Promise.all(files.map(async path => (await sentBytes(app.url + path, encoding)).bytes))
      expect(sizes.reduce((sum, bytes) => sum + bytes, html.bytes)).toBeLessThanOrEqual(FIRST_LOAD)
      // Anything else the page names would be loaded too
      expect(html.text).not.toMatch(/<(img|iframe|video|audio|object|embed)\b|@import/)
    }
  })
})

describe('every page guards itself', () => {
  test.each(['/', '/balie', '/status', '/leeg', '/plek/buurtkamer-de-brug', '/plek/unknown'])('%s', async path => {
    const { headers } = await fetch(app.url + path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('an answer of Direct Line is data and nothing else', async () => {
    const { headers } = await fetch(`${app.url}/directline/v3/directline/tokens/generate`, { method: 'POST' })
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('no page holds script, style or handler inline, so the policy breaks nothing', async () => {
    for (const path of ['/', '/balie', '/status', '/leeg', '/plek/buurtkamer-de-brug']) {
      const html = await (await fetch(app.url + path)).text()
      expect(
        /<script(?![^>]*(\bsrc=|application\/json))[^>]*>|<style|<[^>]*\s(on\w+|style)=/.exec(html)?.[0],
      ).toBeUndefined()
    }
  })

  test('the sites of the setting may show it in a frame, and no others', async () => {
    const framed = await startApp({ VOORDEUR_FRAME_ANCESTORS: 'https://www.example.org https://wijk.example.org' })
    const { headers } = await fetch(`${framed.url}/?embed`)
    await framed.close()
    expect(headers.get('content-security-policy')).toContain(
      'frame-ancestors https://www.example.org https://wijk.example.org',
    )
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const { headers } = await fetch(`${app.url}/`)
    expect(headers.get('set-cookie')).toMatch(/^voordeur=[0-9a-f-]{36};.*HttpOnly.*SameSite=Lax/)
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('odd addresses', () => {
  test('an unknown page leads a person to the chat, and costs a program nothing', async () => {
    const asked = (accept: string) =>
      fetch(`${app.url}/onbekend?a=<script>`, { redirect: 'manual', headers: { accept } })
    const person = await asked('text/html,application/xhtml+xml')
    expect([302, 303]).toContain(person.status)
    expect(person.headers.get('location')).toBe('/')
    const program = await asked('image/avif,image/webp,*/*;q=0.8')
    expect([program.status, await program.text()]).toEqual([404, ''])
    expect(program.headers.get('set-cookie')).toBeNull()
  })

  test.each([
    ['a broken escape', 'GET', '/plek/%E0%A4%A'],
    ['a form that is not one', 'POST', '/gesprek'],
    ['a way out of the folder', 'GET', '/bestanden/..%2f..%2f/package.json'],
  ])('%s is answered without a trace of the code', async (_name, method, path) => {
    const answered = await fetch(app.url + path, {
      method,
      redirect: 'manual',
      ...(method === 'POST' ? { body: '%%%' } : {}),
    })
    expect(answered.status).toBeLessThan(500)
    expect(await answered.text()).not.toMatch(/at .*:\d+:\d+|node_modules|Error:/)
  })

  test('words for a change of language come for each language, and for no other', async () => {
    for (const { code } of table.rows) expect((await fetch(`${app.url}/woorden/${code}.json`)).status).toBe(200)
    for (const code of ['xx', '..%2f..%2fpackage'])
      expect((await fetch(`${app.url}/woorden/${code}.json`)).status).toBe(404)
  })
})
