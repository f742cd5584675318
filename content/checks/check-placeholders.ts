import type { Issue } from './issue.js'
import { placeOf, wordingsOf, type CheckSubject, type Wording } from './subject.js'

const PLACEHOLDER = /\{\{\w+\}\}/g
const PLURAL_SUFFIX = /_(zero|one|two|few|many|other)$/

/** Every translation fills in what Dutch fills in, each once; a brace that is not part of a placeholder is a slip. */
export function checkPlaceholders(subject: CheckSubject): readonly Issue[] {
  return wordingsOf(subject).flatMap(wording => [...strayBraces(wording), ...differences(wording, subject)])
}

function strayBraces(wording: Wording): readonly Issue[] {
  if (!/[{}]/.test(wording.text.replace(PLACEHOLDER, ''))) return []
  return [
    {
      rule: 'broken-placeholder',
      severity: 'critical',
      where: placeOf(wording),
      message: `a brace stands alone in "${wording.text}"`,
    },
  ]
}

function differences(wording: Wording, { words }: CheckSubject): readonly Issue[] {
  const { file, key, text } = wording
  if (file === 'safety') return []
  const dutch = words.get('nl')?.[file] ?? {}
  const twin = dutch[key] ?? dutch[key.replace(PLURAL_SUFFIX, '_other')]
  if (twin === undefined || named(twin) === named(text)) return []
  const message = `Dutch fills in "${named(twin)}", this fills in "${named(text)}"`
  return [{ rule: 'placeholders-differ', severity: 'critical', where: placeOf(wording), message }]
}

const named = (text: string): string => (text.match(PLACEHOLDER) ?? []).toSorted().join(' ')
