import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../app/running-app.js'
import { contentOf } from '../app/test-app.js'
import { createPlainBrowser, type PlainPage } from './plain-browser.js'

const { texts } = contentOf()
const BRUG = 'buurtkamer-de-brug'

let app: RunningApp
beforeAll(async () => {
  app = await startApp({ WHATSAPP_PHONE: '31612345678', VOORDEUR_PUBLIC_URL: 'https://voordeur.example.org' })
})
afterAll(() => app.close())

const titles = ({ html }: PlainPage) =>
  [...html.matchAll(/class="card-title"><bdi[^>]*>([^<]*)</g)].map(([, title]) => title ?? '')

/** Presses until there are cards: meeting people, coffee. Answers how many presses it took. */
async function toCards(browser: ReturnType<typeof createPlainBrowser>): Promise<readonly [PlainPage, number]> {
  await browser.press('meeting')
  return [await browser.press('coffee'), 2]
}

describe('a link with a place and a language', () => {
  test('skips both questions and puts the place first', async () => {
    const browser = createPlainBrowser(app.url, 'en')
    const page = await browser.visit(`/?lang=tr&place=${BRUG}`)
    expect(page.language).toBe('tr')
    const [cards] = await toCards(browser)
    expect(cards.cards).toBeGreaterThan(0)
    expect(titles(cards)[0]).toBe('Buurtkamer De Brug')
  })

  test('is right to left where the language is', async () => {
    const page = await createPlainBrowser(app.url).visit(`/?lang=ar&place=${BRUG}`)
    expect([page.language, page.direction]).toEqual(['ar', 'rtl'])
  })

  test('loading the page again in the middle loses nothing', async () => {
    const browser = createPlainBrowser(app.url)
    await browser.visit(`/?lang=nl&place=${BRUG}`)
    const asked = await browser.press('meeting')
    const again = await browser.visit(`/?lang=nl&place=${BRUG}`)
    expect(again.choices).toEqual(asked.choices)
  })

  test('of another place begins anew there', async () => {
    const browser = createPlainBrowser(app.url)
    await browser.visit(`/?lang=nl&place=${BRUG}`)
    await toCards(browser)
    const other = await browser.visit('/?lang=nl&place=eettafel-de-sluis')
    expect(other.choices).toContain('meeting')
  })

  test.each([
    ['closed', 'muziekcafe-de-aker', 'Muziekcafé De Aker'],
    ['ended', 'huiskamer-de-oude-kruik', 'Huiskamer De Oude Kruik'],
    ['paused', 'naaimiddag-banne', 'Naaimiddag Banne'],
  ])('never shows one that is %s', async (_name, record, name) => {
    const browser = createPlainBrowser(app.url)
    await browser.visit(`/?lang=nl&place=${record}`)
    const [cards] = await toCards(browser)
    expect(titles(cards).length).toBeGreaterThan(0)
    expect(titles(cards).map(title => title.toLowerCase())).not.toContain(name.toLowerCase())
  })

  test.each(['onbekend', '__proto__', '%3Cscript%3E'])('%s is passed over', async place => {
    const browser = createPlainBrowser(app.url)
    const page = await browser.visit(`/?lang=nl&place=${place}`)
    expect([page.status, page.choices.length > 0]).toEqual([200, true])
  })
})

describe('the pictures', () => {
  const picture = async (query: string) => {
    const answered = await fetch(`${app.url}/plek/${BRUG}/qr.svg?lang=tr${query}`)
    return { status: answered.status, type: answered.headers.get('content-type'), svg: await answered.text() }
  }

  test('page, chat and WhatsApp are three pictures, the same each time', async () => {
    const all = await Promise.all(['', '&channel=web', '&channel=whatsapp'].map(picture))
    for (const { status, type } of all) expect([status, type]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    expect(new Set(all.map(({ svg }) => svg)).size).toBe(3)
    expect((await picture('&channel=web')).svg).toBe(all[1]?.svg)
  })

  test('there is none of a place that is not there', async () => {
    expect((await fetch(`${app.url}/plek/onbekend/qr.svg`)).status).toBe(404)
  })
})

describe('the sheet of paper', () => {
  const sheet = async (record: string, language: string) => {
    const answered = await fetch(`${app.url}/plek/${record}/print?lang=${language}`, { redirect: 'manual' })
    return { status: answered.status, html: await answered.text() }
  }
  const factsIn = (html: string) => [...html.matchAll(/<dd><bdi>([^<]*)<\/bdi>/g)].map(([, value]) => value)

  test.each(['nl', 'ar', 'ti'])('holds the facts of the card in %s, and in Dutch', async language => {
    const { html } = await sheet(BRUG, language)
    const page = await (await fetch(`${app.url}/plek/${BRUG}?lang=${language}`)).text()
    const dutch = await (await fetch(`${app.url}/plek/${BRUG}?lang=nl`)).text()
    expect(factsIn(page).length).toBeGreaterThan(4)
    expect(factsIn(html)).toEqual(language === 'nl' ? factsIn(page) : [...factsIn(page), ...factsIn(dutch)])
    expect(html).toContain(texts.text('web.example', language))
  })

  test('has a picture for the chat and one for WhatsApp, which say the same to who cannot see', async () => {
    const { html } = await sheet(BRUG, 'tr')
    expect(html).toContain(`alt="https://voordeur.example.org/?lang=tr&amp;place=${BRUG}"`)
    const whatsapp = /alt="(https:\/\/wa\.me\/[^"]+)"/.exec(html)?.[1]
    expect(decodeURIComponent(whatsapp ?? '')).toMatch(
      /^https:\/\/wa\.me\/31612345678\?text=Merhaba! vd-tr-[0-9a-z]{8}$/,
    )
    expect(html).toContain(texts.text('print.whatsapp', 'tr'))
  })

  test('there is none of a place that may not be shown', async () => {
    expect((await sheet('muziekcafe-de-aker', 'nl')).status).toBe(303)
    expect((await sheet('__proto__', 'nl')).status).toBe(303)
  })
})
