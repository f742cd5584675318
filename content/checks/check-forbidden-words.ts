import { forbiddenRules, loadForbiddenWords, type ForbiddenPattern } from './forbidden-words.js'
import type { Issue } from './issue.js'
import { placeOf, wordingsOf, type CheckSubject, type Wording } from './subject.js'

/** Words that are never said to a resident, per language (A3–A5, B9, C2, C3, C5, C7). A language without a list is an issue. */
export function checkForbiddenWords(subject: CheckSubject): readonly Issue[] {
  const lists = loadForbiddenWords()
  return [
    ...[...subject.words.keys()].filter(language => !lists.has(language)).map(noList),
    ...wordingsOf(subject).flatMap(wording => forbiddenIn(wording, lists.get(wording.language) ?? [])),
    ...descriptionsOf(subject).flatMap(wording => forbiddenIn(wording, lists.get(wording.language) ?? [], wording.key)),
  ]
}

function forbiddenIn(
  wording: Wording,
  patterns: readonly ForbiddenPattern[],
  where = placeOf(wording),
): readonly Issue[] {
  return patterns.flatMap(({ rule, pattern }) => {
    const { inKeys, notInKeys } = forbiddenRules[rule]
    const isQuestion = rule === 'problem-word' && /[?؟፧]/u.test(wording.text)
    if ((!inKeys.test(wording.key) && !isQuestion) || notInKeys.test(wording.key)) return []
    const found = pattern.exec(wording.text)
    return found
      ? [
          {
            rule,
            severity: 'critical',
            where,
            message: `"${found[0]}" is not said to residents: "${wording.text}"`,
          } as const,
        ]
      : []
  })
}

/** The places' own words go to residents too. */
function descriptionsOf({ pack }: CheckSubject): readonly Wording[] {
  return pack.records.flatMap(({ id, description }) =>
    Object.entries(description).map(([language, { text }]): Wording => ({
      language,
      file: 'texts',
      key: `record ${id} description.${language}`,
      text,
    })),
  )
}

const noList = (language: string): Issue => ({
  rule: 'no-forbidden-words',
  severity: 'critical',
  where: language,
  message: 'checks/forbidden-words.json has no words for this language',
})
