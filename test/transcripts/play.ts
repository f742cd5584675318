import { randomUUID } from 'node:crypto'
import type { MessageView } from '../../bot/rendering/message-view.js'
import { renderMessage } from '../../bot/rendering/render-message.js'
import type { Inbound } from '../../bot/turn/inbound.js'
import { isYoung } from '../../bot/turn/session-facts.js'
import { epochOf } from '../../services/schedule/local-time.js'
import { createTestApp, type TestApp } from '../app/test-app.js'
import type { Line, Transcript } from './transcript.js'

/** Plays transcripts through one composed app a pack, on a real store; each is a conversation of its own. */
export function createPlayer() {
  const apps = new Map<string, TestApp>()
  const appFor = (pack: string): TestApp => {
    const app = apps.get(pack) ?? createTestApp({ pack })
    apps.set(pack, app)
    return app
  }
  return {
    play: (transcript: Transcript) => play(transcript, appFor(transcript.pack)),
    close: () => Promise.all([...apps.values()].map(app => app.close())),
  }
}

/** Answers the transcript with what the bot truly said. Between two messages the session is saved and read back. */
async function play(transcript: Transcript, app: TestApp): Promise<Transcript> {
  const [date = '', time = ''] = transcript.now.split(' ')
  app.now = epochOf(date, time)
  const conversation = randomUUID()
  const lines: Line[] = []
  let last: MessageView | undefined
  const say = async (content: Inbound['content']) => {
    const { messages } = await app.house.chat.say(conversation, content, {
      proposedLanguage: transcript.language,
      opened: false,
    })
    const stored = await app.house.chat.stored(conversation)
    for (const message of messages) {
      last = renderMessage(message, app.house.renderSources(), isYoung(stored?.session))
      lines.push({ type: 'bot', text: asText(last) })
    }
  }
  for (const line of transcript.lines) {
    if (line.type === 'bot') continue
    lines.push(line)
    if (line.type === 'wait') app.now += line.minutes * 60_000
    else await say(contentOf(line.text, last))
  }
  return { ...transcript, lines }
}

/** `[Label]` taps an option, `(opens)` opens the chat, `(picture)` sends one; anything else is typed. */
function contentOf(text: string, last: MessageView | undefined): Inbound['content'] {
  if (text === '(opens)') return { type: 'open' }
  if (text === '(picture)') return { type: 'attachment' }
  const tapped = /^\[(.+)\]$/.exec(text)?.[1]
  if (tapped === undefined) return { type: 'text', text }
  const option = [...(last?.options ?? []), ...(last?.always ?? [])].find(
    ({ label, id }) => label === tapped || id === tapped,
  )
  if (!option)
    throw new Error(
      `"${tapped}" was not on offer; there was ${last?.options.map(({ label }) => label).join(', ') ?? 'nothing'}`,
    )
  return { type: 'option', id: option.id }
}

function asText(view: MessageView): string {
  return [
    ...(view.safety?.calls ?? []).map(({ label, tel }) => `(${tel}) ${label}`),
    ...view.paragraphs,
    ...(view.safety?.dutch ?? []).map(dutch => `nl ${dutch}`),
    ...view.cards.flatMap(card => [
      `* ${card.title} | ${card.when}`,
      `  ${card.reason}`,
      ...card.lines.map(({ label, value }) => `  ${label}: ${value}`),
    ]),
    view.question,
    view.options.map(({ label, icon }) => `[${icon ? `${icon} ` : ''}${label}]`).join(' '),
  ]
    .filter(part => part !== '')
    .join('\n')
}
