import type { Island } from '../island.js'
import { DirectLine } from './direct-line.js'
import { Notice } from './notice.js'
import { Outbox } from './outbox.js'
import { pageElement } from './page-element.js'
import { PageWords } from './page-words.js'
import { readIsland } from './read-island.js'
import type { Answer, Saying } from './saying.js'
import { Transcript } from './transcript.js'

/** The conversation of this page, answered in place. What is said stays in this page and is gone with it. */
export class Conversation {
  readonly words: PageWords
  readonly #transcript: Transcript
  readonly #outbox: Outbox
  readonly #notice: Notice
  readonly #embedded: boolean
  #line: DirectLine

  constructor(island: Island) {
    this.#embedded = island.embedded
    this.words = new PageWords(island.language, island.strings)
    this.#transcript = new Transcript(island.embedded, this.words.all)
    this.#notice = new Notice(this.words.all, () => void this.#outbox.retry())
    this.#line = this.#lineOf(island)
    this.#outbox = new Outbox({
      say: saying => this.#line.say(saying),
      answered: (answer, saying) => this.#answered(answer, saying),
      show: this.#notice.show,
    })
    addEventListener('online', () => void this.#outbox.retry())
  }

  get token(): string {
    return this.#line.token
  }

  say(text: string, value?: string): void {
    this.#transcript.addSaid(text)
    this.#outbox.add({ id: newId(), text, ...(value === undefined ? {} : { value }) })
  }

  /** Answers with a button: of the last question, or one of those that are always there. */
  choose(button: HTMLButtonElement): void {
    if (button.getAttribute('aria-disabled') === 'true') return
    const label = button.querySelector('.label') ?? button
    const text = label.textContent?.trim() ?? ''
    this.#transcript.close(button.classList.contains('option') ? button : null)
    this.say(text, button.value)
  }

  write(text: string): void {
    this.#transcript.close(null)
    this.say(text)
  }

  forget(): void {
    this.#outbox.empty()
    this.#transcript.clear()
    document.querySelectorAll('form').forEach(form => form.reset())
  }

  async #answered(answer: Answer, saying: Saying): Promise<void> {
    if (answer.type === 'expired') return this.#startAgain(saying)
    if (answer.type !== 'answered') return this.#notice.tell(answer.type === 'too-long' ? 'web.too-long' : 'web.error')
    const last = answer.views[answer.views.length - 1]
    if (last) await this.words.turnTo(last.language, last.direction)
    this.#transcript.addViews(answer.views)
  }

  /** The conversation has ended on the server. A fresh page is fetched and shown here; written words go back in the box. */
  async #startAgain({ text, value }: Saying): Promise<void> {
    const page = await fetchPage(this.words.language, this.#embedded)
    const island = page && readIsland(page)
    if (page === null || island === null) return this.#notice.show('failed')
    this.#outbox.empty()
    this.#transcript.replaceBy(page)
    this.#line = this.#lineOf(island)
    if (value === undefined) pageElement('#text', HTMLInputElement).value = text
  }

  #lineOf(island: Island): DirectLine {
    for (const field of document.querySelectorAll<HTMLInputElement>('input[name="token"]')) field.value = island.token
    return new DirectLine(island, () => this.words.language)
  }
}

async function fetchPage(language: string, embedded: boolean): Promise<Document | null> {
  try {
    const response = await fetch(`/?lang=${encodeURIComponent(language)}${embedded ? '&embed' : ''}`, {
      credentials: 'same-origin',
      cache: 'no-store',
    })
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null
  } catch {
    return null
  }
}

/** Unguessable is not needed, only different; `randomUUID` is missing on old phones and on plain http. */
const newId = (): string => Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('')
