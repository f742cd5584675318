import { z } from 'zod'
import type { Clock } from '../clock.js'
import { asWritten, codeLetters } from '../links/code-letters.js'
import type { Seal } from '../privacy/seal.js'
import { createPace } from './pace.js'
import type { TransferStore } from './transfer-store.js'

/** Life of a code, in milliseconds: time to find the other phone (N8). */
export const CODE_LIFE = 15 * 60_000
/** Letters of a code: a thousand million of them, so that five guesses a minute find nothing. */
const LETTERS = 6
/** As it is shown and sent: the word before it keeps it apart from anything that is typed. */
const WRITTEN = /(?<![\p{L}\p{N}-])vd-([0-9a-z]{6})(?![\p{L}\p{N}-])/iu
const BARE = /^\s*(?:vd-)?([0-9a-z]{6})\s*$/i

/** Where a conversation stands: its keyed hash and channel. */
export interface Standpoint {
  readonly key: string
  readonly channel: string
}
const standpointSchema = z.object({ key: z.string(), channel: z.string() })

/** A conversation goes on elsewhere by a code that works once. What is moved is read when the code comes, not before. */
export interface Transfers {
  /** A new code for a conversation, as it is shown. Null when too many were asked for in a minute. */
  offer(from: Standpoint): Promise<string | null>
  /** Uses a code up. Null for one that is wrong, used or too old, and for who guesses too often; it never tells which. */
  take(code: string, sender: string): Promise<Standpoint | null>
  sweep(): Promise<number>
}

export interface TransferParts {
  readonly store: TransferStore
  readonly hash: (value: string) => string
  readonly seal: Seal
  /** So many bytes that nobody can foretell. */
  readonly random: (bytes: number) => Uint8Array
  readonly clock: Clock
}

export function createTransfers({ store, hash, seal, random, clock }: TransferParts): Transfers {
  const guesses = createPace(clock)
  const offers = createPace(clock)
  const named = (letters: string) => `transfer ${letters}`
  return {
    async offer({ key, channel }) {
      if (!offers(key)) return null
      const letters = codeLetters(random(LETTERS), LETTERS)
      const sealed = seal.close(JSON.stringify({ key, channel }), named(letters))
      await store.put(hash(named(letters)), sealed, clock() + CODE_LIFE)
      return `vd-${letters}`
    },
    async take(code, sender) {
      const letters = BARE.exec(code)?.[1]
      if (letters === undefined || !guesses(sender)) return null
      const name = named(asWritten(letters))
      const sealed = await store.take(hash(name), clock())
      const opened = sealed === null ? null : seal.open(sealed, name)
      return opened === null ? null : standpointSchema.parse(JSON.parse(opened))
    },
    sweep: () => store.sweep(clock()),
  }
}

/** The code in a text that was written or started with one; null where there is none. */
export const findTransferCode = (text: string): string | null => WRITTEN.exec(text)?.[1] ?? null
