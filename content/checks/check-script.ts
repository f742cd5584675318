import type { Issue } from './issue.js'
import { placeOf, wordingsOf, type CheckedLanguage, type CheckSubject, type Wording } from './subject.js'

/** Names that are written in Latin letters in every language. */
const LATIN_NAMES = ['Voordeur-bot', 'Voordeur', 'WhatsApp']

const scripts: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Arab: /\p{Script=Arabic}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Ethi: /\p{Script=Ethiopic}/u,
}

/** Letters that a language does not have, though its script does: the mark of a slip of the keyboard or of a neighbour language. */
const foreignLetters: Readonly<Record<string, RegExp>> = {
  bg: /[ыэёіїєґ]/iu,
  uk: /[ыэёъ]/iu,
  ar: /[پچژگکیے]/u,
  fa: /[كيةى]/u,
}

/** Digits 0–9, no stray spaces or hidden marks, and the letters of the language (A6, B1, C2). */
export function checkScript(subject: CheckSubject): readonly Issue[] {
  const languages = new Map(subject.languages.map(language => [language.code, language]))
  return wordingsOf(subject).flatMap(wording => {
    const language = languages.get(wording.language)
    return [...digits(wording), ...whitespace(wording), ...(language ? letters(wording, language) : [])]
  })
}

function digits(wording: Wording): readonly Issue[] {
  const found = /(?![0-9])\p{Nd}/u.exec(wording.text)
  if (!found) return []
  return [
    {
      rule: 'other-digits',
      severity: 'critical',
      where: placeOf(wording),
      message: `"${found[0]}" is not one of 0 to 9`,
    },
  ]
}

function whitespace(wording: Wording): readonly Issue[] {
  const { text, language } = wording
  // French writes a space before ? ! : ; and fa needs the zero-width non-joiner.
  const beforeMark = language === 'fr' ? / [.,]/ : / [.,;:!?،؛؟።፣]/
  const stray =
    text !== text.trim() || /\s{2}|[\t\n\r\u200b\u2060\ufeff\u202a-\u202e]/u.test(text) || beforeMark.test(text)
  if (!stray) return []
  return [
    {
      rule: 'stray-space',
      severity: 'critical',
      where: placeOf(wording),
      message: `a space or hidden mark too many in "${text}"`,
    },
  ]
}

function letters(wording: Wording, { code, script }: CheckedLanguage): readonly Issue[] {
  const own = scripts[script]
  if (!own) return []
  const plain = LATIN_NAMES.reduce(
    (text, name) => text.replaceAll(name, ''),
    wording.text.replaceAll(/\{\{\w+\}\}/g, ''),
  )
  const other = [...plain].filter(
    letter => /\p{L}/u.test(letter) && !own.test(letter) && !/\p{Script=Common}/u.test(letter),
  )
  const foreign = plain.match(foreignLetters[code] ?? /(?!)/u)
  return [
    ...(other.length > 0 ? [wrong(wording, `"${other.join('')}" is not written in the letters of the language`)] : []),
    ...(foreign ? [wrong(wording, `the language has no letter "${foreign[0]}"`)] : []),
  ]
}

function wrong(wording: Wording, why: string): Issue {
  return { rule: 'wrong-letters', severity: 'critical', where: placeOf(wording), message: `${why}: "${wording.text}"` }
}
