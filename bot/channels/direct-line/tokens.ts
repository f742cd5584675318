import { createHash, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

/** Life of a token, in seconds; clients refresh it every 15 minutes (Direct Line 3.0). */
export const TOKEN_SECONDS = 3_600
/** Tokens known to be good, at most; about 400 bytes each. */
const MOST_REMEMBERED = 10_000
/** Life of the browser's cookie, in seconds: as long as an idle conversation is kept (H3). */
export const COOKIE_SECONDS = 86_400

const claimsSchema = z.object({
  /** Conversation. */
  c: z.uuid(),
  /** Hash of the browser's secret, where the token is bound to one (P5). */
  b: z.string().optional(),
  /** Language proposed when the page was made. */
  l: z.string().optional(),
  /** Area preset by a link (A10). */
  a: z.string().max(80).optional(),
  /** Place whose link was opened (A10): a record's id. */
  p: z.string().max(80).optional(),
  /** The opening stood on that page. */
  o: z.boolean().optional(),
})
export type Claims = z.infer<typeof claimsSchema>

/** What the link preset by which she came. */
export const presetBy = ({ a, p }: Claims): { readonly presetArea?: string; readonly presetPlace?: string } => ({
  ...(a ? { presetArea: a } : {}),
  ...(p ? { presetPlace: p } : {}),
})

export type Checked =
  { readonly type: 'valid'; readonly claims: Claims } | { readonly type: 'expired' } | { readonly type: 'invalid' }

/** Signs and checks who may read and continue a web conversation. */
export interface Tokens {
  issue(claims: Claims, seconds?: number): Promise<string>
  /** `invalid` for a token that is not ours or bound to another browser; never says which. */
  check(token: string, browser: string | null): Promise<Checked>
}

/** `secrets`: the first signs, all are accepted, so that a secret can be changed while people talk. */
export function createTokens(secrets: readonly [string, ...string[]], now: () => number): Tokens {
  const keys = secrets.map(secret => createHash('sha256').update(`direct-line ${secret}`).digest())
  const [signing] = keys
  if (!signing) throw new Error('Tokens need at least one secret')
  const remembered = new Map<string, { readonly claims: Claims; readonly expiresAt: number }>()

  /** A token is checked once; then it is known until it expires. Signatures are a tenth of a turn's cost. */
  function remember(token: string, claims: Claims, expiresAt: number): void {
    remembered.set(token, { claims, expiresAt })
    const [oldest] = remembered.keys()
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  }

  async function verify(token: string): Promise<Checked> {
    const known = remembered.get(token)
    if (known) return known.expiresAt > now() ? { type: 'valid', claims: known.claims } : { type: 'expired' }
    for (const key of keys) {
      const checked = await checkWith(key, token, now())
      if (checked.type === 'verified') {
        remember(token, checked.claims, checked.expiresAt)
        return { type: 'valid', claims: checked.claims }
      }
      if (checked.type === 'expired') return checked
    }
    return { type: 'invalid' }
  }

  return {
    issue: (claims, seconds = TOKEN_SECONDS) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(Math.floor(now() / 1000) + seconds)
        .sign(signing),
    async check(token, browser) {
      const checked = await verify(token)
      if (checked.type !== 'valid' || checked.claims.b === undefined) return checked
      return checked.claims.b === browserHash(browser ?? '') ? checked : { type: 'invalid' }
    },
  }
}

interface Verified {
  readonly type: 'verified'
  readonly claims: Claims
  readonly expiresAt: number
}

async function checkWith(
  key: Uint8Array,
  token: string,
  now: number,
): Promise<Verified | Exclude<Checked, { type: 'valid' }>> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date(now) })
    const claims = claimsSchema.safeParse(payload)
    const expiresAt = (payload.exp ?? 0) * 1000
    return claims.success ? { type: 'verified', claims: claims.data, expiresAt } : { type: 'invalid' }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED'
      ? { type: 'expired' }
      : { type: 'invalid' }
  }
}

/** Binds a token to a browser without telling the page's script the cookie. */
export function browserHash(browser: string): string {
  return createHash('sha256').update(browser).digest('base64url')
}

/** An unguessable id (122 random bits). */
export const newId = (): string => randomUUID()
