import { placeCode } from '../../services/links/place-codes.js'
import type { Texts } from '../../content/texts.js'

/** Opens the chat with this place first, in a language (A10). */
export const startHref = (record: string, language: string): string =>
  `/?lang=${encodeURIComponent(language)}&place=${encodeURIComponent(record)}`

/** Where the web chat tells how to go on in WhatsApp. */
export const ELSEWHERE_PATH = '/op-mijn-telefoon'

/** Where a code from WhatsApp is handed in. */
export const continueHref = (code: string): string => `/verder?code=${encodeURIComponent(code)}`

/** Opens WhatsApp with a text to our number, which she still has to send (WhatsApp's "click to chat"). */
export const whatsAppHref = (phone: string, text: string): string =>
  `https://wa.me/${phone}?text=${encodeURIComponent(text)}`

/** Opens WhatsApp with the start text of a place. */
export const startOnWhatsApp = (phone: string, record: string, language: string, texts: Texts): string =>
  whatsAppHref(phone, texts.text('start.text', language, { code: placeCode(record, language) }))
