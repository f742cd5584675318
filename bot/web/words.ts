import type { TextKey } from '../../content/text-key.js'

/** The approved sentence of a key, in the language of the page. */
export type Words = (key: TextKey) => string

/** A way of writing that a page can be read in. */
export interface PageLanguage {
  readonly code: string
  /** Its name as its speakers write it. */
  readonly ownName: string
  readonly direction: 'ltr' | 'rtl'
}
