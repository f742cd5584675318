/** Ends of a sentence in the scripts of the launch languages: Latin and Cyrillic, Arabic, Ethiopic. */
const END = /(?<=[.!?؟።፧…])["'”“»’)]*\s+/u

/** The sentences of a text. A full stop inside a name or number ends none: only one before a space does. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .split(END)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence.length > 0)
}

/** Words as a reader counts them: what stands between spaces and holds a letter or digit. */
export function wordsIn(sentence: string): number {
  return sentence.split(/[\s–—/]+/u).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}

/** Whether it is said as a sentence. A label or fact line has no mark at its end and is none (C1). */
export function isSentence(text: string): boolean {
  return /[.!?؟።፧…:፦]["'”“»’)]*$/u.test(text.trim())
}
