import type { LanguageTable } from '../../content/language-table.js'
import { findPlaceCode, placeCode, type WrittenCode } from '../../services/links/place-codes.js'
import type { Inbound } from './inbound.js'

export interface StartParts {
  readonly table: LanguageTable
  /** The record of a place's code; null for one that is not ours. */
  readonly placeOfCode: (code: string) => string | null
  /** What a link makes her send first, with its code. */
  readonly startText: (code: string, language: string) => string
}

/**
 * A first message that a QR code or link wrote for her (A10): the place and the language are taken from its code, and the
 * turn sees what she wrote beside it. Nothing beside it is as good as opening the chat. An unknown code is passed over.
 */
export function readStart(inbound: Inbound, parts: StartParts): Inbound {
  const { content } = inbound
  const written = content.type === 'text' ? findPlaceCode(content.text) : null
  if (content.type !== 'text' || !written) return inbound
  const record = parts.placeOfCode(written.code)
  const proposed = parts.table.isOffered(written.language) ? written.language : null
  return {
    ...inbound,
    content: saysMore(content.text, written, record, parts) ? { type: 'text', text: written.rest } : { type: 'open' },
    proposedLanguage: proposed ?? inbound.proposedLanguage,
    ...(record === null ? {} : { presetPlace: record }),
  }
}

/** Whether she added words of her own to the text of the link. */
function saysMore(text: string, { rest, language }: WrittenCode, record: string | null, parts: StartParts): boolean {
  if (!/[\p{L}\p{N}]/u.test(rest)) return false
  return record === null || text.trim() !== parts.startText(placeCode(record, language), language).trim()
}
