import type { Issue } from './issue.js'
import type { CheckSubject } from './subject.js'

const PLURAL_SUFFIX = /_(zero|one|two|few|many|other)$/
const withoutPlural = (key: string): string => key.replace(PLURAL_SUFFIX, '')

/** Every language has exactly the keys of Dutch; a plural has exactly the forms that its language uses (B1). */
export function checkKeys({ languages, words }: CheckSubject): readonly Issue[] {
  const dutch = words.get('nl')
  if (!dutch) return [{ rule: 'no-dutch', severity: 'critical', where: 'nl', message: 'Dutch leads and is not there' }]
  return languages.flatMap(({ code, locale }) => {
    const own = words.get(code)
    if (!own)
      return [{ rule: 'no-words', severity: 'critical', where: code, message: 'there are no texts and terms' } as const]
    return [
      ...compare(`${code}/texts`, expectedKeys(dutch.texts, locale), own.texts),
      ...compare(`${code}/terms`, expectedKeys(dutch.terms, locale), own.terms),
    ]
  })
}

function expectedKeys(dutch: Readonly<Record<string, string>>, locale: string): ReadonlySet<string> {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  return new Set(
    Object.keys(dutch).flatMap(key =>
      PLURAL_SUFFIX.test(key) ? forms.map(form => `${withoutPlural(key)}_${form}`) : [key],
    ),
  )
}

function compare(
  where: string,
  expected: ReadonlySet<string>,
  own: Readonly<Record<string, string>>,
): readonly Issue[] {
  const missing = [...expected].filter(key => own[key] === undefined)
  const extra = Object.keys(own).filter(key => !expected.has(key))
  const empty = Object.keys(own).filter(key => own[key]?.trim() === '')
  return [
    ...missing.map((key): Issue => ({
      rule: 'missing-key',
      severity: 'critical',
      where: `${where} ${key}`,
      message: 'this text is missing',
    })),
    ...extra.map((key): Issue => ({
      rule: 'extra-key',
      severity: 'critical',
      where: `${where} ${key}`,
      message: 'Dutch has no such text',
    })),
    ...empty.map((key): Issue => ({
      rule: 'empty-text',
      severity: 'critical',
      where: `${where} ${key}`,
      message: 'this text is empty',
    })),
  ]
}
