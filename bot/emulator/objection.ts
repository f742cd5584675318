import type { Clock } from '../../services/clock.js'
import { graphError, type GraphError } from './graph-error.js'
import type { Content } from './message-schema.js'
import type { People } from './people.js'
import { createPairQuota, createThroughput, WINDOW_MS } from './quotas.js'
import type { Recipient } from './send-endpoint.js'

export interface QuotaOptions {
  readonly clock: Clock
  /** Approved templates, as `name/language`; every other is refused with 132001. */
  readonly templates?: readonly string[]
  /** Refuse with 131056 what is too much for one person. Off unless asked for. */
  readonly pairRate?: boolean
  /** Refuse with 130429 what is more a second. Off unless given. */
  readonly perSecond?: number
}

/** What Meta holds against a message that is well formed: pace, and words outside the window. */
export function createObjection(options: QuotaOptions, people: People) {
  const { clock, perSecond, templates = [] } = options
  const pair = options.pairRate === true ? createPairQuota() : null
  const throughput = perSecond === undefined ? null : createThroughput(perSecond)
  return (to: Recipient, content: Content): GraphError | null => {
    const now = clock()
    if (throughput && !throughput.allows('number', now)) return graphError(130_429)
    if (pair && !pair.allows(to.bsuid ?? to.phone ?? '', now)) return graphError(131_056)
    if (content.type === 'template') {
      const { name, language } = content.template
      return templates.includes(`${name}/${language.code}`) ? null : graphError(132_001)
    }
    const { wroteAt } = people.to(to)
    return wroteAt !== null && now - wroteAt < WINDOW_MS
      ? null
      : graphError(131_047, 'More than 24 hours have passed since the recipient last replied')
  }
}
