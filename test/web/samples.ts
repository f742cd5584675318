import type { CardView, MessageView } from '../../bot/rendering/message-view.js'
import type { PageLanguage, Words } from '../../bot/web/words.js'

/** Words that show which key they came from. */
export const keyWords: Words = key => `[${key}]`

export const languages: readonly PageLanguage[] = [
  { code: 'nl', ownName: 'Nederlands', direction: 'ltr' },
  { code: 'ar', ownName: 'العربية', direction: 'rtl' },
  { code: 'ti', ownName: 'ትግርኛ', direction: 'ltr' },
]

export const assets = { styles: ['/theme.css', '/pack.css', '/style.css'], script: '/client.js' }

export const card: CardView = {
  record: 'voorbeeldplek',
  title: 'Huis van het Plein',
  kind: 'Ontmoetingsplek',
  exampleMark: 'VOORBEELD. Deze plek bestaat niet.',
  reason: 'Past bij u: brieven lezen, dichtbij',
  when: 'morgen, dinsdag 10:00 – 12:00',
  lines: [
    { name: 'where', label: 'Waar', value: 'Voorbeeldplein, 1067' },
    { name: 'what', label: 'Wat er gebeurt', value: 'samen brieven lezen' },
  ],
  more: [{ name: 'access', label: 'Toegang', value: 'zonder drempel' }],
  position: [52.38, 4.8],
  description: { text: 'Er staat altijd thee klaar.', language: 'nl' },
  checked: 'Nagekeken op 1 oktober 2026',
}

export const opening: MessageView = {
  language: 'nl',
  direction: 'ltr',
  paragraphs: ['Dag, ik ben een computer.', 'Ik bewaar alleen uw keuzes.'],
  cards: [],
  question: 'Waar gaat het over?',
  options: [
    { id: 'letter', label: 'Brief of formulier', icon: '✉' },
    { id: 'money', label: 'Geld, rekeningen', icon: '' },
    { id: 'lang:ar', label: 'العربية', icon: '', language: 'ar', direction: 'rtl' },
  ],
  always: [
    { id: 'person', label: 'Een mens spreken', icon: '' },
    { id: 'not-safe', label: 'Niet veilig', icon: '' },
    { id: 'back', label: 'Terug', icon: '' },
  ],
  safety: null,
  sources: ['opening.hello.demo'],
}

/** The same message with one payload in every field that holds words. */
export const everywhere = (payload: string): MessageView => {
  const line = { name: 'where', label: payload, value: payload }
  return {
    ...opening,
    language: payload,
    paragraphs: [payload],
    question: payload,
    options: [{ id: payload, label: payload, icon: payload, language: payload }],
    always: [{ id: payload, label: payload, icon: payload }],
    safety: { calls: [{ label: payload, tel: payload }], dutch: [payload] },
    cards: [hostileCard(payload, line)],
  }
}

const hostileCard = (payload: string, line: CardView['lines'][number]): CardView => ({
  ...card,
  record: payload,
  title: payload,
  kind: payload,
  exampleMark: payload,
  reason: payload,
  when: payload,
  lines: [line],
  more: [line],
  description: { text: payload, language: payload },
  checked: payload,
})
