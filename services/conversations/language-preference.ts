/** The language somebody chose, kept 30 days so that she need not choose again (H3). */
export interface LanguagePreferenceStore {
  /** Null when there is none or it has expired at `now`. */
  find(key: string, now: number): Promise<string | null>
  /** Writes only what changed or is about to expire; a repeated save costs no write. */
  save(key: string, language: string, expiresAt: number): Promise<void>
  /** True when there was one. */
  erase(key: string): Promise<boolean>
  sweep(now: number): Promise<number>
}
