import type { MessageRead } from './read-message.js'
import type { StatusRead } from './read-status.js'
import type { NumberChange, Received, Unread, WhatsAppMessage, WhatsAppStatus } from './received.js'
import { MOST_UNREAD } from './webhook-limits.js'

/** Collects what one webhook call came to, in the order in which it stood there. */
export class Findings {
  readonly #messages: WhatsAppMessage[] = []
  readonly #statuses: WhatsAppStatus[] = []
  readonly #numberChanges: NumberChange[] = []
  readonly #unread: Unread[] = []
  #ignored = 0

  /** Beyond `MOST_UNREAD` nothing more is noted: the call is rubbish, and known to be. */
  noteUnread(path: string, why: string): void {
    if (this.#unread.length < MOST_UNREAD) this.#unread.push({ path, why })
  }

  ignore(): void {
    this.#ignored += 1
  }

  /** `path` is where it stood. */
  add(read: MessageRead | StatusRead, path: string): void {
    if (read.type === 'message') this.#messages.push(read.message)
    if (read.type === 'message' && read.unread !== undefined) this.noteUnread(path, read.unread)
    if (read.type === 'status') this.#statuses.push(read.status)
    if (read.type === 'number-change') this.#numberChanges.push(read.change)
    if (read.type === 'unread') this.noteUnread(read.at === '' ? path : `${path}.${read.at}`, read.why)
    if (read.type === 'ignored') this.ignore()
  }

  result(): Extract<Received, { type: 'received' }> {
    return {
      type: 'received',
      messages: this.#messages,
      statuses: this.#statuses,
      numberChanges: this.#numberChanges,
      unread: this.#unread,
      ignored: this.#ignored,
    }
  }
}
