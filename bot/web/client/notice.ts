import type { ClientWordKey, ClientWords } from '../client-words.js'
import { pageElement } from './page-element.js'
import type { Line } from './outbox.js'

const sentences: Readonly<Record<Exclude<Line, 'clear'>, ClientWordKey>> = {
  waiting: 'web.connecting',
  offline: 'web.offline',
  failed: 'web.error',
}

/** One line above the answer box about the connection, spoken when it changes, with "try again" where that helps. */
export class Notice {
  readonly #text = pageElement('.notice-text', HTMLElement)
  readonly #retry = pageElement('.retry', HTMLButtonElement)
  readonly #words: () => ClientWords

  constructor(words: () => ClientWords, retry: () => void) {
    this.#words = words
    this.#retry.addEventListener('click', retry)
  }

  readonly show = (line: Line): void => {
    this.#say(line === 'clear' ? null : sentences[line], line === 'offline' || line === 'failed')
  }

  /** Something the resident can only change herself. */
  readonly tell = (key: ClientWordKey): void => this.#say(key, false)

  #say(key: ClientWordKey | null, withRetry: boolean): void {
    const text = key === null ? '' : this.#words()[key]
    if (this.#text.textContent !== text) this.#text.textContent = text
    this.#retry.hidden = !withRetry
  }
}
