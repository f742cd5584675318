import type { MessageView } from '../../bot/rendering/message-view.js'
import { renderMessage } from '../../bot/rendering/render-message.js'
import type { Inbound } from '../../bot/turn/inbound.js'
import { isYoung } from '../../bot/turn/young.js'
import { epochOf } from '../../services/schedule/local-time.js'
import { createTestApp } from '../app/test-app.js'
import type { Line, Transcript } from './transcript.js'

const CONVERSATION = '11111111-2222-4333-8444-555555555555'

/** Plays a transcript through the composed app on a real store; answers it with what the bot truly said. */
export async function play(transcript: Transcript): Promise<Transcript> {
  const [date = '', time = ''] = transcript.now.split(' ')
  const app = createTestApp({ pack: transcript.pack, now: epochOf(date, time) })
  const lines: Line[] = []
  let last: MessageView | undefined
  const say = async (content: Inbound['content']) => {
    const { messages } = await app.house.chat.say(CONVERSATION, content, { proposedLanguage: transcript.language, opened: false })
    const stored = await app.house.chat.stored(CONVERSATION)
    for (const message of messages) {
      last = renderMessage(message, app.house.renderSources(), isYoung(stored?.session))
      lines.push({ type: 'bot', text: asText(last) })
    }
  }
  try {
    for (const line of transcript.lines) {
      if (line.type === 'bot') continue
      lines.push(line)
      if (line.type === 'wait') app.now += line.minutes * 60_000
      else await say(contentOf(line.text, last))
    }
    return { ...transcript, lines }
  } finally {
    await app.close()
  }
}

/** `[Label]` taps an option, `(opens)` opens the chat, `(picture)` sends one; anything else is typed. */
function contentOf(text: string, last: MessageView | undefined): Inbound['content'] {
  if (text === '(opens)') return { type: 'open' }
  if (text === '(picture)') return { type: 'attachment' }
  const tapped = /^\[(.+)\]$/.exec(text)?.[1]
  if (tapped === undefined) return { type: 'text', text }
  const option = [...(last?.options ?? []), ...(last?.always ?? [])].find(({ label, id }) => label === tapped || id === tapped)
  if (!option) throw new Error(`"${tapped}" was not on offer; there was ${last?.options.map(({ label }) => label).join(', ') ?? 'nothing'}`)
  return { type: 'option', id: option.id }
}

function asText(view: MessageView): string {
  return [
    ...(view.safety?.calls ?? []).map(({ label, tel }) => `(${tel}) ${label}`),
    ...view.paragraphs,
    ...(view.safety?.dutch ?? []).map(dutch => `nl ${dutch}`),
    ...view.cards.flatMap(card => [`* ${card.title} | ${card.when}`, `  ${card.reason}`, ...card.lines.map(({ label, value }) => `  ${label}: ${value}`)]),
    view.question,
    view.options.map(({ label, icon }) => `[${icon ? `${icon} ` : ''}${label}]`).join(' '),
  ]
    .filter(part => part !== '')
    .join('\n')
}
