import { createHash, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

/** Life of a token, in seconds; clients refresh it every 15 minutes (Direct Line 3.0). */
export const TOKEN_SECONDS = 3_600
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
  /** The opening stood on that page. */
  o: z.boolean().optional(),
})
export type Claims = z.infer<typeof claimsSchema>

/** Whether a value is what a token of ours says. */
export const isClaims = (value: unknown): value is Claims => claimsSchema.safeParse(value).success

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
  return {
    issue: (claims, seconds = TOKEN_SECONDS) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(Math.floor(now() / 1000) + seconds)
        .sign(signing),
    async check(token, browser) {
      for (const key of keys) {
        const checked = await checkWith(key, token, now())
        if (checked.type === 'invalid') continue
        if (
          checked.type === 'valid' &&
          checked.claims.b !== undefined &&
          checked.claims.b !== browserHash(browser ?? '')
        ) {
          return { type: 'invalid' }
        }
        return checked
      }
      return { type: 'invalid' }
    },
  }
}

async function checkWith(key: Uint8Array, token: string, now: number): Promise<Checked> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date(now) })
    const claims = claimsSchema.safeParse(payload)
    return claims.success ? { type: 'valid', claims: claims.data } : { type: 'invalid' }
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
