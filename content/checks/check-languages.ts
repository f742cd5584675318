import type { Issue } from './issue.js'
import type { CheckSubject } from './subject.js'

/** Rows that hang together: writing direction, fall-backs that exist, and the mark for texts that nobody checked (B5). */
export function checkLanguages({ languages, words }: CheckSubject): readonly Issue[] {
  const codes = new Set(languages.map(({ code }) => code))
  return languages.flatMap(({ code, direction, script, fallback, texts: state }): readonly Issue[] => {
    const critical = (rule: string, message: string): Issue => ({ rule, severity: 'critical', where: code, message })
    const unmarked = state !== 'reviewed' && !words.get(code)?.texts['opening.unreviewed']
    return [
      ...((script === 'Arab') === (direction === 'rtl')
        ? []
        : [critical('wrong-direction', `${script} does not run ${direction}`)]),
      ...fallback
        .filter(other => !codes.has(other))
        .map(other => critical('unknown-fallback', `there is no language "${other}"`)),
      ...(unmarked
        ? [critical('no-review-mark', 'its texts are not reviewed and opening.unreviewed does not say so')]
        : []),
      ...(state === 'draft'
        ? [{ rule: 'draft-language', severity: 'warning', where: code, message: 'a draft is never offered' } as const]
        : []),
    ]
  })
}
