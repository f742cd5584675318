import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Router } from 'express'

/** One file as it is sent: packed once at start, so that a slow phone waits for few bytes and the processor for none. */
interface Packed {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer
  readonly gzip: Buffer
}

export interface ServedAssets {
  readonly router: Router
  /** The address of a file; it changes with its content, so browsers may keep it for ever. */
  readonly hrefOf: (name: string) => string
}

export interface AssetFile {
  readonly name: string
  readonly type: 'css' | 'js'
  readonly content: string | URL
}

/** Serves the style sheets and the script under `/bestanden/`. Throws at start when a file is missing. */
export function serveAssets(files: readonly AssetFile[]): ServedAssets {
  const packed = new Map<string, Packed>()
  const hrefs = new Map<string, string>()
  for (const { name, type, content } of files) {
    const plain = typeof content === 'string' ? Buffer.from(content) : readFileSync(content)
    const version = createHash('sha256').update(plain).digest('hex').slice(0, 12)
    const path = `/bestanden/${version}/${name}`
    hrefs.set(name, path)
    const br = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    packed.set(path, { type, plain, br, gzip: gzipSync(plain, { level: 9 }) })
  }
  const router = Router()
  router.get('/bestanden/:version/:name', (request, response, next) => {
    const file = packed.get(request.path)
    if (!file) return next()
    const encoding = request.acceptsEncodings('br', 'gzip', 'identity')
    response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding' }).type(file.type)
    if (encoding === 'br' || encoding === 'gzip') response.set('Content-Encoding', encoding).send(file[encoding])
    else response.send(file.plain)
  })
  return {
    router,
    hrefOf: name => hrefs.get(name) ?? missing(name),
  }
}

function missing(name: string): never {
  throw new Error(`No file "${name}" is served: name it in compose.ts`)
}
