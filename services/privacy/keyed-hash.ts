import { createHmac } from 'node:crypto'

/** A secret of the environment and the id by which stored hashes name it. */
export interface HashKey {
  readonly id: string
  readonly secret: string
}

export interface KeyedHash {
  /** `<key id>:<64 hex digits>` by the current key. The value cannot be read back without the secret. */
  hash(value: string): string
  /** What the value may be stored under: by the current key first, then by the previous one (P4, N5). */
  candidates(value: string): readonly string[]
}

/** NIST SP 800-107: an HMAC key shorter than the hash's strength weakens it; 32 characters is also what `.env.example` asks. */
export const SHORTEST_SECRET = 32
const KEY_ID = /^[a-z0-9-]{1,16}$/

/** Throws on a secret that is too short and on an id that would not fit in a stored key. Never shows a secret. */
export function createKeyedHash(keys: { readonly current: HashKey; readonly previous?: HashKey }): KeyedHash {
  const usable = keys.previous ? [keys.current, keys.previous] : [keys.current]
  usable.forEach(checkKey)
  if (keys.previous?.id === keys.current.id)
    throw new Error('the previous hash key has the id of the current one: give it its own')
  return {
    hash: rememberLast(value => hashBy(keys.current, value)),
    candidates: value => usable.map(key => hashBy(key, value)),
  }
}

/** Hashes remembered while people talk, in memory alone: each message asks for the same one two or three times. */
const MOST_REMEMBERED = 2_000

function rememberLast(hash: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>()
  return value => {
    const found = known.get(value) ?? hash(value)
    if (known.size >= MOST_REMEMBERED && !known.has(value)) known.clear()
    known.set(value, found)
    return found
  }
}

const hashBy = ({ id, secret }: HashKey, value: string): string =>
  `${id}:${createHmac('sha256', secret).update(value, 'utf8').digest('hex')}`

function checkKey({ id, secret }: HashKey): void {
  if (!KEY_ID.test(id)) throw new Error('a hash key id has 1 to 16 small letters, digits or dashes')
  if (secret.length < SHORTEST_SECRET)
    throw new Error(`the secret of hash key "${id}" needs at least ${SHORTEST_SECRET} characters`)
}
