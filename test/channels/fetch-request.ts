/** As much of a browser's XMLHttpRequest as Microsoft's client uses, on top of `fetch`. */
export class FetchRequest {
  readyState = 0
  status = 0
  response: unknown = null
  responseType = ''
  timeout = 0
  withCredentials = false
  onreadystatechange: (() => void) | null = null
  ontimeout: (() => void) | null = null
  readonly #headers = new Headers()
  readonly #aborted = new AbortController()
  #request = { method: 'GET', url: '' }
  #answered = new Headers()

  open(method: string, url: string): void {
    this.#request = { method, url }
    this.readyState = 1
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value)
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name)
  }

  abort(): void {
    this.#aborted.abort()
  }

  send(body?: string): void {
    void this.#fetch(body ?? null).catch(() => this.#finish(0, null))
  }

  async #fetch(body: string | null): Promise<void> {
    const { method, url } = this.#request
    const answer = await fetch(url, {
      method,
      headers: this.#headers,
      signal: this.#aborted.signal,
      ...(body ? { body } : {}),
    })
    this.#answered = answer.headers
    const text = await answer.text()
    this.#finish(answer.status, text === '' ? null : JSON.parse(text))
  }

  #finish(status: number, response: unknown): void {
    this.status = status
    this.response = response
    this.readyState = 4
    this.onreadystatechange?.()
  }
}
