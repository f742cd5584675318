import type { ChannelLimits } from '../../content/checks/subject.js'

/**
 * What the WhatsApp Cloud API accepts; a message over a limit is refused whole (requirement N2, Meta's documentation of
 * November 2026). Counted by `lengthOf`.
 */
export const whatsappLimits = {
  text: 4096,
  interactiveBody: 1024,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listButton: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  header: 60,
  footer: 60,
  linkButton: 20,
  /** Address behind a link button. */
  linkAddress: 2000,
  caption: 1024,
  sections: 10,
  sectionTitle: 24,
  /** Meta names no figure; the one that resellers document (Infobip, November 2026). */
  locationName: 1000,
  locationAddress: 1000,
  templateName: 512,
  /** With its parameters filled in. */
  templateBody: 1024,
  templatePayload: 128,
} as const

/**
 * Length of a text as the platform may count it at most. It is the larger of UTF-16 units and graphemes, which is always the
 * former: no grapheme has less than one unit.
 */
export const lengthOf = (text: string): number => text.length

/** Our own choice for the web chat: what stays readable on a screen of 320 pixels at 200 % (N6). */
export const webLimits = { label: 40, message: 4000, listButton: 40 } as const

/** For the content checks: the roomiest shape each channel has for choices, which is a list on WhatsApp. */
export const channelLimits: readonly ChannelLimits[] = [
  {
    name: 'WhatsApp',
    label: whatsappLimits.rowTitle,
    message: whatsappLimits.interactiveBody,
    listButton: whatsappLimits.listButton,
  },
  { name: 'web', ...webLimits },
]
