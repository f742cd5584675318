import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../app/running-app.js'
import { contentOf } from '../app/test-app.js'
import { everythingStored } from '../app/everything-stored.js'

const { texts } = contentOf()

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const visit = async (path: string) => {
  const answered = await fetch(app.url + path)
  return { status: answered.status, headers: answered.headers, html: await answered.text() }
}

describe('the page of a place', () => {
  test('an open one shows itself, marked as an example', async () => {
    const page = await visit('/plek/buurtkamer-de-brug?lang=nl')
    expect(page.status).toBe(200)
    expect(page.html).toContain('Buurtkamer De Brug')
    expect(page.html).toContain(texts.text('web.example', 'nl'))
    expect(page.headers.get('set-cookie')).toBeNull()
  })

  test('it stands in the language of the link, to be shown at the desk in Dutch as well', async () => {
    const page = await visit('/plek/buurtkamer-de-brug?lang=ar&voor=money-letter')
    expect(page.html).toMatch(/<html lang="ar" dir="rtl"/)
    expect(page.html).toContain('lang="nl"')
  })

  test.each([
    ['closed', 'muziekcafe-de-aker', 'place.closed'],
    ['ended', 'huiskamer-de-oude-kruik', null],
    ['replaced', 'team-baken-oud', 'place.replaced'],
    ['paused', 'naaimiddag-banne', null],
  ] as const)('one that is %s says so and is not shown as open', async (_name, id, key) => {
    const page = await visit(`/plek/${id}?lang=nl`)
    expect([200, 410]).toContain(page.status)
    if (key) expect(page.html).toContain(texts.text(key, 'nl'))
    expect((await visit(`/plek/${id}/afspraak.ics`)).status).toBe(404)
  })

  test('a replaced one leads to the new one', async () => {
    expect((await visit('/plek/team-baken-oud?lang=nl')).html).toContain(
      'href="/plek/team-vuurtoren-nieuw-west?lang=nl"',
    )
  })

  test.each(['onbekend', 'proef-avondtafel-houthaven', '__proto__', '%3Cscript%3E'])('%s is not there', async id => {
    const page = await visit(`/plek/${id}`)
    expect(page.status).toBe(404)
    expect(page.html).not.toContain('<script>')
  })

  test('an appointment for the calendar names no topic', async () => {
    const file = await visit('/plek/buurtkamer-de-brug/afspraak.ics?lang=nl')
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toMatch(/^text\/calendar/)
    expect(file.html).toContain(`SUMMARY:${texts.text('calendar.title', 'nl')}`)
    expect(file.html).not.toMatch(/Brug|schuld|brief|ATTENDEE|ORGANIZER/i)
  })

  test('the picture for another phone holds the address of the page', async () => {
    const picture = await visit('/plek/buurtkamer-de-brug/qr.svg')
    expect(picture.headers.get('content-type')).toMatch(/^image\/svg/)
    expect(picture.html).toContain('<svg')
  })
})

describe('the desk', () => {
  const search = async (form: Readonly<Record<string, string>>) => {
    const answered = await fetch(`${app.url}/balie`, { method: 'POST', body: new URLSearchParams(form) })
    return { status: answered.status, html: await answered.text() }
  }

  test('finds places by topic and neighbourhood, also in the language of the visitor', async () => {
    const found = await search({ query: 'brief Geuzenveld', language: 'tr' })
    expect(found.html).toContain('Geuzenveld')
    expect(found.html).toContain('lang="tr"')
  })

  test('shows numbers first when the line is about danger', async () => {
    expect((await search({ query: 'ik wil niet meer leven', language: '' })).html).toContain('113')
  })

  test.each([
    ['nothing', {}],
    ['spaces', { query: '   ' }],
    ['an unknown language', { query: 'brief', language: '../../etc' }],
    ['script', { query: '<script>alert(1)</script>' }],
  ])('%s is harmless', async (_name, form) => {
    const answered = await search(form)
    expect(answered.status).toBe(200)
    expect(answered.html).not.toContain('<script>alert')
  })

  test('what was searched stands nowhere afterwards', async () => {
    const planted = 'Zevenhuizerplanting'
    await search({ query: `${planted} brief`, language: 'ar' })
    expect(everythingStored(app)).not.toContain(planted)
    const { headers } = await fetch(`${app.url}/balie`, {
      method: 'POST',
      body: new URLSearchParams({ query: planted }),
    })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('the state of things', () => {
  test('shows the job, its last run and its next', async () => {
    const { html } = await visit('/status')
    expect(html).toContain('expiry')
    expect(html).toContain('2026-11-23')
    expect(html.match(/\d{4}-\d\d-\d\d \d\d:\d\d/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('names the numbers that nobody called yet', async () => {
    expect((await visit('/status')).html).toContain('Veilig Thuis')
  })
})
