import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Content } from '../../bot/emulator/message-schema.js'
import { placeCode } from '../../services/links/place-codes.js'
import { createPlainBrowser } from '../web/plain-browser.js'
import { everythingStored } from './everything-stored.js'
import { contentOf } from './test-app.js'
import { startWhatsApp, type WhatsAppTest } from './whatsapp-app.js'

const { texts } = contentOf()
const MINUTE = 60_000

let whatsapp: WhatsAppTest
beforeAll(async () => {
  whatsapp = await startWhatsApp(
    {},
    { WHATSAPP_PHONE: '31612345678', VOORDEUR_PUBLIC_URL: 'https://voordeur.example.org' },
  )
})
afterAll(() => whatsapp.close())

let people = 0
function somebody() {
  people += 1
  return whatsapp.emulator.person({ name: 'Fatma', phone: `3160001000${people}`, bsuid: `NL.61000000${people}` })
}
const words = (contents: readonly Content[]): string => JSON.stringify(contents)
const browserThere = (language = 'nl') => createPlainBrowser(whatsapp.app.url, language)
const codeIn = (text: string): string => /vd-[0-9a-z]{6}(?![0-9a-z])/.exec(text)?.[0] ?? 'no code'

describe('a start text of a place (A10)', () => {
  test('presets language and area, and puts the place first', async () => {
    const person = somebody()
    person.write(texts.text('start.text', 'tr', { code: placeCode('buurtkamer-de-brug', 'tr') }))
    const opening = words(await person.answers())
    expect(opening).toContain(texts.text('menu.ask', 'tr'))
    expect(opening).not.toContain('lang:')
    person.tap('meeting')
    await person.answers()
    person.tap('coffee')
    const cards = words(await person.answers())
    expect(cards.indexOf('Buurtkamer De Brug')).toBeGreaterThan(0)
    const others = ['Eettafel', 'Huiskamer'].map(name => cards.indexOf(name)).filter(at => at >= 0)
    for (const at of others) expect(cards.indexOf('Buurtkamer De Brug')).toBeLessThan(at)
  })

  test('what she writes beside it is heard', async () => {
    const person = somebody()
    person.write(`Hallo, ik heb een brief ${placeCode('buurtkamer-de-brug', 'nl')}`)
    const answered = words(await person.answers())
    expect(answered).toContain(texts.text('ack.money', 'nl'))
    expect(answered).not.toContain(texts.text('menu.ask', 'nl'))
  })

  test.each(['vd-nl-00000000', 'vd-xx-00000000'])('an unknown code (%s) opens the chat all the same', async code => {
    const person = somebody()
    person.write(`Hallo! ${code}`)
    expect(words(await person.answers())).toMatch(/Waar gaat het over|Welke taal/)
  })

  test('danger beside a code is answered as danger', async () => {
    const person = somebody()
    person.write(`ik wil dood ${placeCode('buurtkamer-de-brug', 'nl')}`)
    expect(words(await person.answers())).toContain('113')
  })
})

describe('from the web chat to WhatsApp (N8)', () => {
  async function halfway() {
    const browser = browserThere('tr')
    await browser.visit('/?lang=tr')
    await browser.press('meeting')
    const asked = await browser.press('coffee')
    const page = await browser.visit('/op-mijn-telefoon')
    return { browser, asked, page, code: codeIn(page.html) }
  }

  test('the page offers a code, a link with it, and nothing of her', async () => {
    const { page, code, browser } = await halfway()
    expect(page.language).toBe('tr')
    expect(page.html).toContain(`https://wa.me/31612345678?text=Merhaba!%20${code}`)
    expect(page.html).toContain('data:image/png')
    expect(page.html).not.toContain(browser.cookie.split('=')[1])
  })

  test('the conversation goes on mid-dialog, once, and leaves nothing behind', async () => {
    const { browser, code } = await halfway()
    const person = somebody()
    person.write(texts.text('start.text', 'tr', { code }))
    const here = words(await person.answers())
    expect(here).toContain(texts.text('elsewhere.here', 'tr'))
    expect(here).toContain(texts.text('kept.whatsapp', 'tr'))
    expect(here).toContain(texts.text('where.ask', 'tr'))
    person.write('1013')
    expect(words(await person.answers())).toMatch(/ÖRNEK/i)
    expect((await browser.visit('/?lang=tr')).choices).toContain('meeting')
    const other = somebody()
    other.write(`Merhaba! ${code}`)
    expect(words(await other.answers())).not.toContain(texts.text('elsewhere.here', 'tr'))
  })

  test('a code that is typed in capitals with an O for a zero works', async () => {
    const { code } = await halfway()
    const person = somebody()
    person.write(code.toUpperCase().replaceAll('0', 'O'))
    expect(words(await person.answers())).toContain(texts.text('elsewhere.here', 'tr'))
  })

  test('after fifteen minutes it works no more', async () => {
    const { code } = await halfway()
    whatsapp.pass(15 * MINUTE)
    const person = somebody()
    person.write(code)
    expect(words(await person.answers())).not.toContain(texts.text('elsewhere.here', 'tr'))
  })

  test('what was wiped in the meantime does not come along', async () => {
    const { browser, code } = await halfway()
    await browser.visit('/?lang=tr')
    await browser.leave()
    const person = somebody()
    person.write(code)
    expect(words(await person.answers())).not.toContain(texts.text('elsewhere.here', 'tr'))
  })

  test('no code is on disk, and what is there says nothing of the conversation', async () => {
    const { code } = await halfway()
    expect(everythingStored(whatsapp.app)).not.toContain(code)
  })

  test('a conversation of which nothing is kept is not moved, and that is said', async () => {
    const browser = browserThere('nl')
    await browser.visit('/?lang=nl')
    await browser.press('not-safe')
    const page = await browser.visit('/op-mijn-telefoon')
    expect(page.html).toContain(texts.text('elsewhere.not-kept', 'nl'))
    expect(codeIn(page.html)).toBe('no code')
    await browser.visit('/')
    expect((await browser.write('op mijn telefoon')).html).toContain(texts.text('elsewhere.not-kept', 'nl'))
  })

  test('after danger a code that was given before leads nowhere', async () => {
    const { browser, code } = await halfway()
    await browser.visit('/?lang=tr')
    await browser.press('not-safe')
    const person = somebody()
    person.write(code)
    expect(words(await person.answers())).not.toContain(texts.text('elsewhere.here', 'tr'))
  })

  test('said in words, the number and the code are told', async () => {
    const browser = browserThere('nl')
    await browser.visit('/?lang=nl')
    await browser.press('meeting')
    const { html } = await browser.write('op mijn telefoon')
    expect(html).toContain('+31612345678')
    const person = somebody()
    person.write(codeIn(html))
    expect(words(await person.answers())).toContain(texts.text('elsewhere.here', 'nl'))
  })
})

describe('from WhatsApp to the web chat', () => {
  async function halfway() {
    const person = somebody()
    person.write('Hallo')
    await person.answers()
    person.write('2')
    await person.answers()
    person.tap('meeting')
    await person.answers()
    person.write('on my phone')
    const told = words(await person.answers())
    const path = /https:\/\/voordeur\.example\.org(\/verder\?code=vd-[0-9a-z]{6})/.exec(told)?.[1] ?? 'no address'
    return { person, told, path, code: codeIn(path) }
  }

  test('looking at the link uses nothing up; the button does, and the question stands there', async () => {
    const { person, told, path, code } = await halfway()
    expect(told).toContain('/verder?code=')
    const browser = browserThere('en')
    await browser.visit(path)
    const seen = await browserThere('en').visit(path)
    expect(seen.html).toContain(`value="${code}"`)
    expect((await browser.visit('/verder?lang=en', { code })).status).toBe(303)
    const here = await browser.visit('/')
    expect(here.html).toContain(texts.text('elsewhere.here', 'en'))
    expect(here.html).toContain(texts.text('kept.web', 'en'))
    expect(here.choices).toContain('coffee')
    person.write('hello')
    expect(words(await person.answers())).not.toContain('coffee')
  })

  test('five guesses a minute and no more, from one address', async () => {
    whatsapp.pass(MINUTE)
    const { code } = await halfway()
    for (let guess = 0; guess < 5; guess++) await browserThere('en').visit('/verder?lang=en', { code: `aaaaa${guess}` })
    const browser = browserThere('en')
    await browser.visit('/verder?lang=en', { code })
    expect((await browser.visit('/')).html).toContain(texts.text('elsewhere.unknown', 'en'))
  })

  test.each([{}, { code: '' }, { code: '<script>alert(1)</script>' }, { code: 'x'.repeat(5_000) }])(
    'a broken form %# is harmless',
    async form => {
      whatsapp.pass(MINUTE)
      const answered = await fetch(`${whatsapp.app.url}/verder`, {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'manual',
      })
      expect(answered.status).toBeLessThan(500)
      expect(await answered.text()).not.toContain('<script>alert')
    },
  )
})
