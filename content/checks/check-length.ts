import { createFillIn, type FillIn } from './fill-in.js'
import type { Issue } from './issue.js'
import { sentenceLimits } from './sentence-limits.js'
import { isSentence, sentencesIn, wordsIn } from './sentences.js'
import { placeOf, wordingsOf, type CheckSubject, type Wording } from './subject.js'

/** Requirement C1. */
export const MOST_SENTENCES = 3
export const MOST_CHARACTERS = 600

/** Short sentences, few of them, in every language, after filling in the longest real names (C1). */
export function checkLength(subject: CheckSubject): readonly Issue[] {
  const wordings = wordingsOf(subject)
  return subject.languages.flatMap(({ code, locale }) => {
    const words = subject.words.get(code)
    if (!words) return []
    const fillIn = createFillIn(subject.pack, words, locale)
    const own = wordings.filter(({ language, text }) => language === code && isSentence(text))
    return [...own.flatMap(wording => tooLong(wording, fillIn(wording.text))), ...meanTooLong(code, own, fillIn)]
  })
}

function tooLong(wording: Wording, filled: string): readonly Issue[] {
  const { most } = sentenceLimits(wording.language)
  const where = placeOf(wording)
  const sentences = sentencesIn(filled)
  const long = sentences.filter(sentence => wordsIn(sentence) > most)
  return [
    ...long.map((sentence): Issue => ({
      rule: 'long-sentence',
      severity: 'critical',
      where,
      message: `${wordsIn(sentence)} words, at most ${most}: "${sentence}"`,
    })),
    ...(sentences.length > MOST_SENTENCES
      ? [
          {
            rule: 'many-sentences',
            severity: 'critical',
            where,
            message: `${sentences.length} sentences, at most ${MOST_SENTENCES}`,
          } as const,
        ]
      : []),
    ...(filled.length > MOST_CHARACTERS
      ? [
          {
            rule: 'long-text',
            severity: 'critical',
            where,
            message: `${filled.length} characters, at most ${MOST_CHARACTERS}`,
          } as const,
        ]
      : []),
  ]
}

function meanTooLong(language: string, wordings: readonly Wording[], fillIn: FillIn): readonly Issue[] {
  const counts = wordings.flatMap(({ text }) => sentencesIn(fillIn(text)).map(wordsIn))
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)
  const limit = sentenceLimits(language).mean
  if (mean <= limit) return []
  return [
    {
      rule: 'mean-sentence',
      severity: 'critical',
      where: language,
      message: `${mean.toFixed(1)} words on average, at most ${limit}`,
    },
  ]
}
