import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import { get } from 'node:http'

export interface PlainPage {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  readonly language: string
  readonly direction: string
  /** Values of the buttons that can be pressed, as they stand in the page. */
  readonly options: readonly string[]
  /** Those of the last question alone. */
  readonly choices: readonly string[]
  readonly cards: number
}

/** A browser without script: it follows forms and keeps one cookie. */
export function createPlainBrowser(url: string, acceptLanguage = 'nl') {
  let cookie = ''
  let page: PlainPage | null = null

  async function visit(path: string, form?: Readonly<Record<string, string>>): Promise<PlainPage> {
    const response = await fetch(url + path, {
      redirect: 'manual',
      headers: { 'accept-language': acceptLanguage, ...(cookie ? { cookie } : {}) },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    const set = response.headers.get('set-cookie')
    if (set !== null) cookie = /^voordeur=;/.test(set) ? '' : (set.split(';')[0] ?? '')
    page = pageOf(response.status, response.headers, await response.text())
    return page
  }
  const token = () => /name="token" value="([^"]+)"/.exec(page?.html ?? '')?.[1] ?? ''
  return {
    visit,
    press: (value: string) => visit('/gesprek', { token: token(), value }),
    write: (text: string) => visit('/gesprek', { token: token(), text }),
    leave: () => visit('/snel-weg', { token: token() }),
    token,
    get cookie() {
      return cookie
    },
  }
}

function pageOf(status: number, headers: Headers, html: string): PlainPage {
  const options = [...html.matchAll(/<button [^>]*name="value"[^>]*>/g)]
    .map(([tag]) => tag)
    .filter(tag => !tag.includes(' disabled'))
  const valueOf = (tag: string) => /value="([^"]*)"/.exec(tag.replace('name="value"', ''))?.[1] ?? ''
  return {
    status,
    headers,
    html,
    language: /<html lang="([^"]+)"/.exec(html)?.[1] ?? '',
    direction: /<html [^>]*dir="([^"]+)"/.exec(html)?.[1] ?? '',
    options: options.map(valueOf),
    choices: options.filter(tag => tag.includes('class="option"')).map(valueOf),
    cards: html.split('<article class="card"').length - 1,
  }
}

/** How many bytes an address sends, packed as asked for, and that it unpacks to something. */
export function sentBytes(
  address: string,
  encoding: 'br' | 'gzip',
): Promise<{ readonly bytes: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding, 'accept-language': 'nl' } }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => void parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const packed = Buffer.concat(parts)
        const text = encoding === 'br' ? brotliDecompressSync(packed) : gunzipSync(packed)
        resolve({ bytes: packed.length, text: text.toString() })
      })
    }).on('error', reject)
  })
}
