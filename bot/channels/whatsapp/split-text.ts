import { lengthOf } from '../limits.js'
import { beginning } from './cuts.js'

/** Where a long text may be parted, best first. */
const SEAMS = ['\n\n', '\n', ' '] as const

/**
 * A text in parts of at most `most`, parted between paragraphs where that can be, else lines, else words, else graphemes.
 * Every word is in one of the parts, in order; a blank text has none.
 */
export function splitText(text: string, most: number, seams: readonly string[] = SEAMS): readonly string[] {
  if (text.trim() === '') return []
  if (lengthOf(text) <= most) return [text]
  const [seam, ...finer] = seams
  if (seam === undefined) return splitAnywhere(text, most)
  const parts: string[] = []
  let current = ''
  for (const piece of text.split(seam)) {
    const longer = current === '' ? piece : `${current}${seam}${piece}`
    if (lengthOf(longer) <= most) {
      current = longer
      continue
    }
    const [...smaller] = splitText(piece, most, finer)
    if (current.trim() !== '') parts.push(current)
    current = smaller.pop() ?? ''
    parts.push(...smaller)
  }
  return current.trim() === '' ? parts : [...parts, current]
}

function splitAnywhere(text: string, most: number): readonly string[] {
  const parts: string[] = []
  for (let rest = text; rest !== '';) {
    // One grapheme longer than a message is no writing; it is parted rather than lost.
    const part = beginning(rest, most) || rest.slice(0, most)
    parts.push(part)
    rest = rest.slice(part.length)
  }
  return parts
}
