import type { Inbound } from '../turn/inbound.js'

/** A message that waited longer is answered with a fresh start, not as if it had just come, in milliseconds (O4). */
export const LATE_AFTER = 600_000

/** Of messages that waited too long only the last is answered, with one friendly line and the question as it stands. */
export function markLate(inbounds: readonly Inbound[], now: number): readonly Inbound[] {
  const isLate = ({ at }: Inbound) => at !== undefined && now - at > LATE_AFTER
  const last = inbounds.findLast(isLate)
  return inbounds.map((inbound): Inbound => {
    if (!isLate(inbound)) return inbound
    return { ...inbound, late: inbound === last && inbounds.at(-1) === last ? 'answer' : 'silent' }
  })
}
