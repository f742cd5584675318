import { createHmac, timingSafeEqual } from 'node:crypto'

/** What Meta sends in `X-Hub-Signature-256`: the algorithm, then 64 small hexadecimal digits. */
const SHAPE = /^sha256=[0-9a-f]{64}$/
const PREFIX = 'sha256='.length

/**
 * True where the header is the HMAC-SHA256 of exactly these bytes under one of the app secrets (P1). Several secrets are for
 * the days in which one takes over from another. An empty secret signs nothing; without a secret nothing is signed well.
 */
export function isSigned(body: Buffer, header: string | undefined, secrets: readonly string[]): boolean {
  if (header === undefined || !SHAPE.test(header)) return false
  const given = Buffer.from(header.slice(PREFIX), 'hex')
  return secrets.some(secret => secret !== '' && timingSafeEqual(given, digest(body, secret)))
}

/** The header that Meta would send with this body: for the emulator and for tests. */
export const signatureOf = (body: Buffer, secret: string): string => `sha256=${digest(body, secret).toString('hex')}`

const digest = (body: Buffer, secret: string): Buffer => createHmac('sha256', secret).update(body).digest()
