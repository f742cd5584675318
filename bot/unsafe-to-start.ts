import { AppError } from '../services/app-error.js'
import type { Config } from './config.js'
import type { Content } from './load-content.js'

/** Earliest time this version can run at: a clock before it is wrong, and every opening hour with it (O8). */
const NOT_BEFORE = Date.UTC(2026, 10, 1)

/**
 * Why this must not start (O8, K6, G2), or null. A demonstration may hold examples and numbers that nobody called yet, and
 * says so in the log; production may not.
 */
export function unsafeToStart(config: Config, content: Content, now: number): AppError | null {
  const refuse = (why: string) => new AppError('unsafe-to-start', why, { retryable: false })
  if (now < NOT_BEFORE) return refuse('The clock of this machine is wrong: set it, or every opening hour will be wrong')
  if (config.mode !== 'production') return null
  if (content.pack.info.example && !config.allowExamples) {
    return refuse(
      `The pack "${content.pack.info.id}" holds example places. Set VOORDEUR_PACK, or VOORDEUR_ALLOW_EXAMPLES=true to show them marked`,
    )
  }
  const never = content.safetyNumbers.filter(({ verifiedOn }) => verifiedOn === null)
  if (never.length > 0) {
    return refuse(
      `Never verified: ${never.map(({ name }) => name).join(', ')}. Call each, and fill in verifiedOn in content/safety/numbers.json`,
    )
  }
  return null
}
