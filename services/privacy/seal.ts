import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { HashKey } from './keyed-hash.js'

/** What must be kept for a while and read again by us alone. AES-256-GCM, the key derived from the secret by HKDF (RFC 5869). */
export interface Seal {
  /** Seals a value for one purpose, such as the key of its record: under another it cannot be opened. */
  close(value: string, purpose: string): string
  /** Null when it was not sealed by us, or by a key that is gone. */
  open(sealed: string, purpose: string): string | null
}

/** NIST SP 800-38D: 96 bits, random for each value; the tag is 128 bits. */
const NONCE = 12
const TAG = 16
const KEY = 32

/** `random` gives so many bytes that nobody can foretell, each time others. */
export function createSeal(
  keys: { readonly current: HashKey; readonly previous?: HashKey },
  random: (bytes: number) => Buffer,
): Seal {
  const usable = (keys.previous ? [keys.current, keys.previous] : [keys.current]).map(({ id, secret }) => ({
    id,
    key: Buffer.from(hkdfSync('sha256', secret, '', 'voordeur seal', KEY)),
  }))
  const [current] = usable
  if (!current) throw new Error('A seal needs a key')
  return {
    close(value, purpose) {
      const nonce = random(NONCE)
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(purpose))
      const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
      return `${current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`
    },
    open(sealed, purpose) {
      const [id, body = ''] = sealed.split('.', 2)
      const found = usable.find(key => key.id === id)
      return found ? opened(found.key, Buffer.from(body, 'base64url'), purpose) : null
    },
  }
}

function opened(key: Buffer, body: Buffer, purpose: string): string | null {
  if (body.length < NONCE + TAG) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(body.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(body.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
