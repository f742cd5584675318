import type { ChannelLimits } from '../../content/checks/subject.js'

/**
 * What the WhatsApp Cloud API accepts; a message over a limit is refused whole (requirement N2, Meta's documentation of
 * November 2026). Counted as the larger of UTF-16 units and graphemes.
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
  caption: 1024,
} as const

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
