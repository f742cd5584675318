import { createHmac } from 'node:crypto'

export const SECRET = 'app-secret-of-the-bench'
export const TOKEN = 'token-of-the-bench'
export const NUMBER = '200000000000001'
export const PATH = '/channels/whatsapp'

/** One talk of six taps: the language, the menu, what, where, the places that were found, goodbye. */
const TAPS = ['lang:nl', 'restart', 'meeting', 'coffee', 'skip', 'done']
/** As often the same person talks on; far below the platform's 45 messages in a row to one person. */
const TALKS = 3
export const MESSAGES_A_PERSON = TAPS.length * TALKS

let made = 0

/** The requests of one person nobody has heard of, each signed, in the platform's own words. */
export function requestsOfSomebody(now = Date.now()) {
  made += 1
  const who = String(31_600_000_000 + made)
  return Array.from({ length: TALKS }, () => TAPS)
    .flat()
    .map((tap, index) => requestFor(who, tap, `wamid.bench${made}x${index}`, Math.floor(now / 1000)))
}

function requestFor(who, id, message, seconds) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '31200000000', phone_number_id: NUMBER },
    contacts: [{ profile: { name: 'Bench' }, wa_id: who }],
    messages: [
      {
        from: who,
        id: message,
        timestamp: String(seconds),
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id, title: id } },
      },
    ],
  }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '100000000000001', changes: [{ field: 'messages', value }] }],
  })
  const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`
  return {
    method: 'POST',
    path: PATH,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body,
    turn: true,
  }
}
