import type { Issue } from './issue.js'
import { placeOf, wordingsOf, type CheckSubject, type Wording } from './subject.js'

/** Question marks of all launch languages. The Spanish opening mark is no second one. */
export const QUESTION_MARK = /[?؟፧]/gu

/** One question a message, and it comes last, so that it is still seen when the answer is given (A2, C1). */
export function checkQuestions(subject: CheckSubject): readonly Issue[] {
  return wordingsOf(subject).flatMap(wording => [...several(wording), ...notLast(wording)])
}

function several(wording: Wording): readonly Issue[] {
  const count = wording.text.match(QUESTION_MARK)?.length ?? 0
  if (count <= 1) return []
  return [
    {
      rule: 'two-questions',
      severity: 'critical',
      where: placeOf(wording),
      message: `${count} question marks in "${wording.text}"`,
    },
  ]
}

function notLast(wording: Wording): readonly Issue[] {
  if (!/[?؟፧]\s*\S*\p{L}/u.test(wording.text)) return []
  const message = `the question is followed by more words: "${wording.text}"`
  return [{ rule: 'question-not-last', severity: 'warning', where: placeOf(wording), message }]
}
