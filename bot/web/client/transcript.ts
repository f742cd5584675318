import type { MessageView } from '../../rendering/message-view.js'
import { AlwaysBar } from '../always-bar.js'
import type { ClientWords } from '../client-words.js'
import { MessageItem } from '../message-item.js'
import { SaidItem } from '../said-item.js'
import type { Words } from '../words.js'
import { pageElement } from './page-element.js'

/** What is on screen of the conversation. Only ever adds to it, so a reading voice tells what is new. */
export class Transcript {
  readonly #list = pageElement('.messages', HTMLElement)
  readonly #always = pageElement('.always-place', HTMLElement)
  readonly #embedded: boolean
  readonly #words: () => ClientWords

  constructor(embedded: boolean, words: () => ClientWords) {
    this.#embedded = embedded
    this.#words = words
  }

  addSaid(text: string): void {
    this.#show(this.#add(SaidItem({ text, words: this.#say })))
  }

  /** Adds the replies; only the last of them can be answered. The reader starts at what she said, or at the first of them. */
  addViews(views: readonly MessageView[]): void {
    this.close(null)
    const before = this.#list.lastElementChild
    const last = views[views.length - 1]
    for (const view of views) {
      this.#add(MessageItem({ view, words: this.#say, answerable: view === last, embedded: this.#embedded }))
    }
    if (last) this.#showAlways(last)
    this.#show(before?.classList.contains('from-resident') ? before : (before?.nextElementSibling ?? null))
  }

  /**
   * No question on screen can be answered any more. The chosen button says so and keeps the focus until the reader moves on:
   * a button that is switched off under somebody's finger throws a keyboard back to the top of the page.
   */
  close(chosen: HTMLButtonElement | null): void {
    for (const button of this.#list.querySelectorAll<HTMLButtonElement>('button.option')) {
      if (button !== chosen && !button.hasAttribute('aria-disabled')) button.disabled = true
    }
    if (chosen === null) return
    chosen.classList.add('chosen')
    chosen.setAttribute('aria-disabled', 'true')
    chosen.append(spoken(` (${this.#words()['web.chosen']})`))
    chosen.addEventListener('blur', () => (chosen.disabled = true), { once: true })
  }

  /** Takes everything away, as when leaving. */
  clear(): void {
    this.#list.textContent = ''
    this.#always.textContent = ''
  }

  /** Shows the messages of a freshly fetched page in place of these. */
  replaceBy(page: Document): void {
    this.clear()
    this.#list.append(...children(page, '.messages'))
    this.#always.append(...children(page, '.always-place'))
  }

  #add(made: unknown): HTMLElement {
    return this.#list.appendChild(asElement(made))
  }

  /** At once: a page that glides is slow on an old phone and sickens some people. */
  #show(item: Element | null): void {
    item?.scrollIntoView({ block: 'start' })
  }

  #showAlways(view: MessageView): void {
    const hadFocus = this.#always.contains(document.activeElement)
    const focused = document.activeElement instanceof HTMLButtonElement ? document.activeElement.value : ''
    this.#always.dir = view.direction
    this.#always.lang = view.language
    this.#always.textContent = ''
    this.#always.append(asElement(AlwaysBar({ actions: view.always, words: this.#say })))
    if (hadFocus) this.#always.querySelector<HTMLButtonElement>(`button[value="${CSS.escape(focused)}"]`)?.focus()
  }

  readonly #say: Words = key => {
    const words: Readonly<Record<string, string>> = this.#words()
    return words[key] ?? ''
  }
}

const children = (page: Document, selector: string): readonly Node[] =>
  Array.from(page.querySelector(selector)?.childNodes ?? []).map(node => document.importNode(node, true))

function spoken(text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'visually-hidden'
  element.textContent = text
  return element
}

/** In the browser the components make elements; to the compiler they are the server's. */
function asElement(made: unknown): HTMLElement {
  if (made instanceof HTMLElement) return made
  throw new Error('The script was bundled without its own jsx-runtime')
}
