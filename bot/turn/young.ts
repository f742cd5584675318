/** Whether a stored session is that of somebody who said she is under 18: she is addressed as "je" (C3). */
export function isYoung(session: unknown): boolean {
  return typeof session === 'object' && session !== null && 'minor' in session && session.minor === true
}
