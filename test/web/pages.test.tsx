import { describe, expect, test } from '@jest/globals'
import type { MessageView } from '../../bot/rendering/message-view.js'
import { loadStaffTexts } from '../../content/staff-texts.js'
import { BlankPage } from '../../bot/web/blank-page.js'
import { DeskPage, DESK_RESULT_LIMIT, type DeskAnswer } from '../../bot/web/desk-page.js'
import { ErrorPage } from '../../bot/web/error-page.js'
import { renderPage } from '../../bot/web/page.js'
import { PlacePage, type PlaceNotice } from '../../bot/web/place-page.js'
import type { ShowCardView } from '../../bot/web/show-card.js'
import { jobOutcomes, StatusPage } from '../../bot/web/status-page.js'
import { assets, card, keyWords, languages, opening } from './samples.js'

const words = loadStaffTexts()
const show: ShowCardView = {
  language: 'ar',
  direction: 'rtl',
  own: ['هل يمكنكم قراءة رسالة معي؟'],
  dutch: ['Kunt u een brief met mij lezen?'],
}
const frame = { languages, words: keyWords, assets, exitHref: '/leeg', example: true, backHref: '/?lang=ar' }

interface Wanted {
  readonly card?: typeof card | null
  readonly notice?: PlaceNotice | null
  readonly show?: ShowCardView | null
  readonly calendarHref?: string | null
}

const place = (wanted: Wanted = {}) =>
  renderPage(
    <PlacePage
      {...frame}
      language="ar"
      direction="rtl"
      path="/plek/voorbeeldplek"
      notice={wanted.notice ?? null}
      card={wanted.card === undefined ? card : wanted.card}
      show={wanted.show === undefined ? show : wanted.show}
      calendarHref={wanted.calendarHref ?? null}
      printHref={null}
      qr={null}
    />,
  )

describe('the page of a place', () => {
  test('shows every fact of the card without a tap, so that paper and screen say the same', () => {
    const html = place()
    for (const { label, value } of [...card.lines, ...card.more]) {
      expect(html).toContain(label)
      expect(html).toContain(value)
    }
    expect(html).not.toContain('class="more"')
    expect(html).toContain(card.checked)
    expect(html).toContain('VOORBEELD. Deze plek bestaat niet.')
  })

  test('shows her own words above the Dutch, each in its direction', () => {
    const html = place()
    const own = html.indexOf('<div class="show-own" lang="ar" dir="rtl">')
    const dutch = html.indexOf('<div class="show-dutch" lang="nl" dir="ltr">')
    expect(own).toBeGreaterThan(0)
    expect(dutch).toBeGreaterThan(own)
  })

  test('shows a Dutch reader the sentence once', () => {
    const html = place({ show: { ...show, language: 'nl', direction: 'ltr', own: show.dutch } })
    expect(html.split('Kunt u een brief met mij lezen?').length - 1).toBe(1)
  })

  test('without a known opening there is no calendar entry to take', () => {
    expect(place()).not.toContain('.ics')
    expect(place({ calendarHref: '/plek/x/afspraak.ics' })).toContain('download="afspraak.ics"')
  })

  test('a place that is gone says so, leads to what came instead and back, and shows no old facts', () => {
    const html = place({
      card: null,
      show: null,
      notice: { text: 'Verhuisd:', successor: { label: 'Nieuw', href: '/plek/nieuw' } },
    })
    expect(html).toContain('<h1 class="notice-title">Verhuisd:</h1>')
    expect(html).toContain('href="/plek/nieuw"')
    expect(html).toContain('href="/?lang=ar"')
    expect(html).not.toContain('class="facts"')
  })

  test('a closed place says so before its facts', () => {
    const html = place({ notice: { text: 'Nu dicht.' } })
    expect(html.indexOf('Nu dicht.')).toBeLessThan(html.indexOf('class="facts"'))
  })

  test('has the way out and every language', () => {
    expect(place()).toContain('action="/snel-weg"')
    expect(place()).toContain('href="/plek/voorbeeldplek?lang=ti"')
  })
})

const desk = (answer: DeskAnswer, query = '', language: string | null = null, safety: MessageView | null = null) =>
  renderPage(
    <DeskPage
      words={words}
      query={query}
      language={language}
      languages={languages}
      token="t-1"
      name="Voordeur"
      assets={assets}
      example={null}
      answer={answer}
      safety={safety}
    />,
  )
const result = { dutch: card, own: null }

describe('the desk', () => {
  test('what is looked for is posted, never in an address, and no browser keeps it', () => {
    const html = desk({ type: 'start' })
    expect(html).toContain('<form class="desk-search" method="post" action="/balie"')
    expect(html).toMatch(/<input id="query"[^>]*autocomplete="off"/)
  })

  test('has one required line and no field for a note or a name', () => {
    const html = desk({ type: 'start' })
    expect(html.match(/<(input|textarea|select)(?![^>]*type="hidden")[^>]*>/g)).toHaveLength(2)
    expect(html.match(/ required/g)).toHaveLength(1)
    expect(html).toContain(words('desk.no-names'))
  })

  test(`shows at most ${DESK_RESULT_LIMIT}`, () => {
    const html = desk({ type: 'found', results: Array.from({ length: 9 }, () => result) })
    expect(html.split('class="desk-result"').length - 1).toBe(DESK_RESULT_LIMIT)
    expect(html).toContain('5 plekken gevonden')
  })

  test('stands the visitor’s language beside the Dutch', () => {
    const [, arabic] = languages
    const own = arabic ? { card: { ...card, kind: 'مكان لقاء' }, language: arabic } : null
    const html = desk({ type: 'found', results: [{ dutch: card, own }] }, 'brief', 'ar')
    expect(html).toContain('<div lang="ar" dir="rtl">')
    expect(html).toContain('href="/plek/voorbeeldplek?lang=ar#laat-zien"')
    expect(html).toContain(words('desk.results.one'))
  })

  test.each([
    ['empty', words('desk.empty')],
    ['error', words('desk.error')],
  ] as const)('%s is said kindly', (type, sentence) => expect(desk({ type })).toContain(sentence))

  test('numbers stand before every result when what was typed told of danger', () => {
    const danger = { ...opening, safety: { calls: [{ label: 'Gevaar nu', tel: '112' }], dutch: [] } }
    const html = desk({ type: 'found', results: [result] }, '', null, danger)
    expect(html.indexOf('href="tel:112"')).toBeGreaterThan(0)
    expect(html.indexOf('href="tel:112"')).toBeLessThan(html.indexOf('class="desk-result"'))
  })

  test('a hostile search line stays words', () => {
    const html = desk({ type: 'empty' }, '"><script>alert(1)</script>')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"')
  })
})

test('the status page names every job with its outcome, and the numbers to check', () => {
  const jobs = jobOutcomes.map(outcome => ({
    what: `Taak ${outcome}`,
    lastRun: null,
    outcome,
    detail: '',
    nextRun: null,
  }))
  const html = renderPage(
    <StatusPage
      words={words}
      name="Voordeur"
      assets={assets}
      example={null}
      contentVersion={7}
      jobs={jobs}
      numbersToCheck={[{ name: 'Veilig Thuis', number: '0800-2000', checkedOn: null }]}
    />,
  )
  for (const outcome of jobOutcomes) expect(html).toContain(`<th scope="row">Taak ${outcome}</th>`)
  expect(html).toContain('Versie 7')
  expect(html).toContain(words('status.numbers.never'))
})

test('the error page leads back', () => {
  const html = renderPage(<ErrorPage {...frame} language="ar" direction="rtl" />)
  expect(html).toContain('href="/?lang=ar"')
  expect(html).toContain('[web.error]')
})

test('the blank page tells nothing of where somebody came from', () => {
  expect(renderPage(<BlankPage />)).not.toMatch(/voordeur|<a |stylesheet|<script/i)
})
