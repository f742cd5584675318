import type { Phrase } from '../../content/phrase.js'
import type { TextKey } from '../../content/text-key.js'
import type { Wiped } from '../../services/conversations/conversations.js'

/** Says what existed and that it is gone (H5). */
export function wipedPhrase(wiped: Wiped): Phrase {
  const found: TextKey[] = [
    ...(wiped.language ? (['wiped.what.language'] as const) : []),
    ...(wiped.choices ? (['wiped.what.choices'] as const) : []),
    ...(wiped.area ? (['wiped.what.area'] as const) : []),
  ]
  if (found.length === 0) return { key: 'wiped.nothing' }
  return { key: 'wiped', values: { what: { list: found.map(text => ({ text })) } } }
}
