import type { ClientWords } from '../client-words.js'
import { isWords } from './read-island.js'

/** Each place where a word can stand, and how it is put there. */
const places: readonly (readonly [attribute: string, put: (element: Element, word: string) => void])[] = [
  ['data-word', (element, word) => (element.textContent = word)],
  ['data-word-label', (element, word) => element.setAttribute('aria-label', word)],
  ['data-word-title', (element, word) => element.setAttribute('title', word)],
  ['data-word-placeholder', (element, word) => element.setAttribute('placeholder', word)],
]

/** The words of the page in the language it is in now. */
export class PageWords {
  #language: string
  #words: ClientWords

  constructor(language: string, words: ClientWords) {
    this.#language = language
    this.#words = words
  }

  get language(): string {
    return this.#language
  }

  readonly all = (): ClientWords => this.#words

  /** Turns the page to another language. When its words cannot be fetched the page stays as it is: messages still follow. */
  async turnTo(language: string, direction: 'ltr' | 'rtl'): Promise<void> {
    if (language === this.#language) return
    const words = await fetchWords(language)
    if (words !== null) this.use(language, direction, words)
  }

  use(language: string, direction: 'ltr' | 'rtl', words: ClientWords): void {
    this.#language = language
    this.#words = words
    document.documentElement.lang = language
    document.documentElement.dir = direction
    document.title = words['web.title']
    this.#relabel(words)
    showAsCurrent(language, words['web.languages'])
  }

  #relabel(words: Readonly<Record<string, string>>): void {
    for (const [attribute, put] of places) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        const word = words[element.getAttribute(attribute) ?? '']
        if (word !== undefined) put(element, word)
      }
    }
  }
}

async function fetchWords(language: string): Promise<ClientWords | null> {
  try {
    const response = await fetch(`/woorden/${encodeURIComponent(language)}.json`, { credentials: 'same-origin' })
    const words: unknown = response.ok ? await response.json() : null
    return isWords(words) ? words : null
  } catch {
    return null
  }
}

function showAsCurrent(language: string, label: string): void {
  const summary = document.querySelector('.languages summary')
  for (const link of document.querySelectorAll('.language-list a')) {
    const current = link.getAttribute('hreflang') === language
    if (!current) link.removeAttribute('aria-current')
    else {
      link.setAttribute('aria-current', 'true')
      const name = summary?.querySelector('.language-name')
      if (name) name.textContent = link.textContent
      name?.setAttribute('lang', language)
      summary?.setAttribute('aria-label', `${label}: ${link.textContent ?? ''}`)
    }
  }
}
