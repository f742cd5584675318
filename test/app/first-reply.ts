import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { MessageView } from '../../bot/rendering/message-view.js'
import { renderMessage } from '../../bot/rendering/render-message.js'
import type { Inbound } from '../../bot/turn/inbound.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import type { TestApp } from './test-app.js'

export interface Reply {
  readonly said: Outbound
  readonly view: MessageView
  /** All that is read in the message itself, without its options and cards. */
  readonly text: string
  /** What is answered to a next message in this conversation. */
  readonly next: (content: Inbound['content']) => Promise<Outbound>
}

/** What somebody hears on a first message in her language, after the opening; each call is a conversation of its own. */
export async function firstReply(app: TestApp, language: string, text: string): Promise<Reply> {
  const conversation = randomUUID()
  const say = async (content: Inbound['content']): Promise<Outbound> => {
    const { messages } = await app.house.chat.say(conversation, content, { proposedLanguage: language, opened: false })
    const last = messages.at(-1)
    if (!last) throw new Error(`Nothing was answered after "${text}"`)
    return last
  }
  const said = await say({ type: 'text', text })
  const view = renderMessage(said, app.house.renderSources())
  return { said, view, next: say, text: [...view.paragraphs, view.question].filter(part => part !== '').join('\n') }
}

/** The rows of a table beside the tests: values between tabs, lines with `#` are remarks. */
export function readTable(file: string): readonly (readonly string[])[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'))
}
