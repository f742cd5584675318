import { describe, expect, test } from '@jest/globals'
import type { MessageView } from '../../bot/rendering/message-view.js'
import { ChatPage } from '../../bot/web/chat-page.js'
import { clientWordKeys } from '../../bot/web/client-words.js'
import { renderPage } from '../../bot/web/page.js'
import { assets, card, everywhere, keyWords, languages, opening } from './samples.js'

interface Wanted {
  readonly messages?: readonly MessageView[]
  readonly language?: string
  readonly direction?: 'ltr' | 'rtl'
  readonly said?: string | null
  readonly token?: string
  readonly example?: boolean
  readonly embedded?: boolean
}

const render = ({ messages = [opening], language = 'nl', direction = 'ltr', said = null, ...rest }: Wanted = {}) =>
  renderPage(
    <ChatPage
      language={language}
      direction={direction}
      languages={languages}
      words={keyWords}
      messages={messages}
      said={said}
      token={rest.token ?? 'token-1'}
      conversationId={null}
      watermark={null}
      domain="/directline/v3/directline"
      assets={assets}
      exitHref="/leeg"
      embedded={rest.embedded ?? false}
      elsewhereHref={null}
      example={rest.example ?? true}
    />,
  )

const island = (html: string): unknown => {
  const [, json = ''] = /<script id="voordeur" type="application\/json">(.*?)<\/script>/s.exec(html) ?? []
  return JSON.parse(json)
}

const count = (html: string, part: string) => html.split(part).length - 1

test('language and direction stand on the page and on each message', () => {
  const html = render({
    language: 'ar',
    direction: 'rtl',
    messages: [{ ...opening, language: 'fa', direction: 'rtl' }],
  })
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('<li class="message from-bot" lang="fa" dir="rtl">')
})

test('every language is offered by its own name, marked as that language, with a link that needs no script', () => {
  const html = render()
  for (const { code, ownName, direction } of languages) {
    expect(html).toContain(`<a href="/?lang=${code}" lang="${code}" hreflang="${code}" dir="${direction}"`)
    expect(html).toContain(`>${ownName}</a>`)
  }
  expect(render({ embedded: true })).toContain('href="/?embed&amp;lang=ar"')
})

test('nothing inline runs: no handlers, no styles, no script but a file and the data', () => {
  const html = render()
  expect(html).not.toMatch(/\son[a-z]+=/)
  expect(html).not.toMatch(/\sstyle=|<style|javascript:/)
  expect(html.match(/<script[^>]*>/g)).toEqual([
    '<script id="voordeur" type="application/json">',
    '<script src="/client.js" defer>',
  ])
})

describe('without script', () => {
  test('each choice is a button of a form that is in the page and carries the token', () => {
    const html = render({ token: 'secret-7' })
    expect(html).toMatch(
      /<form id="choose" method="post" action="\/gesprek"><input type="hidden" name="token" value="secret-7"\/><\/form>/,
    )
    for (const { id } of [...opening.options, ...opening.always]) {
      expect(html).toMatch(new RegExp(`<button type="submit"[^>]* form="choose" name="value" value="${id}"`))
    }
  })

  test('writing is a form of its own, so that enter never presses a choice', () => {
    const form =
      /<form id="write" class="composer" method="post" action="\/gesprek">(.*?)<\/form>/s.exec(render())?.[1] ?? ''
    expect(form).toContain('name="token"')
    expect(form).toContain('<label class="visually-hidden" for="text">')
    expect(form).toContain('autocomplete="off"')
    expect(form).not.toContain('name="value"')
  })

  test('leaving quickly is a form with the token', () => {
    expect(render({ token: 'secret-7' })).toMatch(
      /<form class="quick-exit" method="post" action="\/snel-weg" data-exit="\/leeg"><input type="hidden" name="token" value="secret-7"\/>/,
    )
  })
})

test('only the last question can be answered', () => {
  const html = render({ messages: [opening, { ...opening, options: [{ id: 'last', label: 'Laatste', icon: '' }] }] })
  expect(html).toMatch(/value="letter" disabled/)
  expect(html).not.toMatch(/value="last" disabled/)
})

test('the order on screen: way out, conversation, question, first choice, danger first of what is always there, box', () => {
  const html = render()
  const order = [
    'skip-link',
    'quick-exit',
    'role="log"',
    'class="question"',
    'value="letter"',
    'value="not-safe"',
    'value="person"',
    'id="text"',
  ]
  const places = order.map(part => html.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(html).toContain('<span class="number">0</span><span class="label">Niet veilig')
})

test('numbers come before words in danger, can be called, and the Dutch stands below marked as Dutch', () => {
  const view = {
    ...opening,
    language: 'ar',
    safety: { calls: [{ label: 'Veilig Thuis', tel: '0800-2000' }], dutch: ['Bel nu.'] },
  }
  const html = render({ messages: [view] })
  expect(html).toContain('href="tel:08002000"')
  expect(html.indexOf('class="calls"')).toBeLessThan(html.indexOf('class="note"'))
  expect(html).toMatch(/<div class="twin" lang="nl" dir="ltr"><div class="note"><p>Bel nu\.<\/p>/)
})

test('a card says its facts, keeps the rest one tap away and its own directions', () => {
  const html = render({ messages: [{ ...opening, language: 'ar', direction: 'rtl', cards: [card] }] })
  expect(html).toContain('<bdi lang="nl">Huis van het Plein</bdi>')
  expect(html).toMatch(
    /<details class="more"><summary>\[card\.more\]<\/summary>.*zonder drempel.*<p class="description" lang="nl" dir="auto">/s,
  )
  expect(html).toContain('href="/plek/voorbeeldplek?lang=ar#laat-zien"')
  expect(html).toContain('rel="noreferrer noopener"')
})

test('when nothing more can be said, beginning again is offered', () => {
  const html = render({ messages: [{ ...opening, options: [], always: [] }] })
  expect(html).toMatch(/form="choose" name="value" value="restart"/)
})

test('the mark that it is made up stands once, and such a page stays out of search machines', () => {
  expect(count(render(), 'class="example-banner"')).toBe(1)
  expect(render()).toContain('noindex')
  expect(render({ example: false })).not.toMatch(/example-banner|noindex/)
})

test('the script gets its data and all words it may say', () => {
  expect(island(render({ token: 't</script>' }))).toMatchObject({
    domain: '/directline/v3/directline',
    token: 't</script>',
    conversationId: null,
    language: 'nl',
    strings: Object.fromEntries(clientWordKeys.map(key => [key, `[${key}]`])),
  })
})

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</script><script>alert(1)</script>',
  'javascript:alert(1)',
  '<!--<script>',
]
/** Tags with the names of their attributes, in order: what a browser would build, without the words in it. */
const structure = (html: string) =>
  Array.from(html.matchAll(/<[a-z][\w-]*(?:\s+[\w-]+(?:="[^"]*")?)*\s*\/?>|<!--/gi), ([tag]) =>
    tag.replace(/="[^"]*"/g, ''),
  )

const withWords = (words: string) => render({ messages: [everywhere(words)], said: words, token: words })

test.each(payloads)('%s changes nothing of the page wherever it is put', payload => {
  const html = withWords(payload)
  expect(structure(html)).toEqual(structure(withWords('gewoon')))
  expect(html).not.toMatch(/(href|src|action)="javascript:/)
  expect(island(html)).toMatchObject({ token: payload })
})
