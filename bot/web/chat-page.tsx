import type { MessageView } from '../rendering/message-view.js'
import { clientWords } from './client-words.js'
import { ExampleBanner } from './example-banner.js'
import { MessageItem } from './message-item.js'
import { Page, type Assets } from './page.js'
import { PageHeader } from './page-header.js'
import { ReplyBox } from './reply-box.js'
import { SaidItem } from './said-item.js'
import { Word } from './word.js'
import type { PageLanguage, Words } from './words.js'

export interface ChatPageProps {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly languages: readonly PageLanguage[]
  readonly words: Words
  /** What stands on screen before any script: the opening, or the present question. The last can be answered. */
  readonly messages: readonly MessageView[]
  /** What the resident just said, on the page that answers it; null on a fresh page. */
  readonly said: string | null
  readonly token: string
  readonly conversationId: string | null
  readonly watermark: string | null
  /** Where Direct Line answers. */
  readonly domain: string
  readonly assets: Assets
  readonly exitHref: string
  readonly embedded: boolean
  /** How to go on in WhatsApp; null where one cannot. */
  readonly elsewhereHref: string | null
  readonly example: boolean
}

const CONVERSATION_ID = 'gesprek'

/**
 * The resident's page. Everything works by plain forms; the script only saves the reloading. The example mark stands below
 * the first question, so that an answer is in sight on the smallest phone; the opening itself says that it is a demonstration.
 */
export const ChatPage = (props: ChatPageProps) => {
  const { language, direction, words, messages, said, embedded } = props
  return (
    <Page
      language={language}
      direction={direction}
      title={words('web.title')}
      kind={embedded ? 'chat page-embedded' : 'chat'}
      assets={props.assets}
      example={props.example}
      skip={{ label: words('web.skip-to-chat'), to: CONVERSATION_ID }}
      header={<PageHeader {...props} home={null} path={embedded ? '/?embed' : '/'} />}
      data={island(props)}
    >
      <main id={CONVERSATION_ID} tabindex={-1}>
        <div
          class="log"
          role="log"
          aria-live="polite"
          aria-label={words('web.conversation')}
          data-word-label="web.conversation"
        >
          <ol class="messages">
            {said !== null && <SaidItem text={said} words={words} />}
            {messages.map((view, index) => (
              <MessageItem view={view} words={words} answerable={index === messages.length - 1} embedded={embedded} />
            ))}
          </ol>
        </div>
        {props.example && <ExampleBanner text={words('web.example')} />}
        {props.elsewhereHref !== null && (
          <p class="elsewhere">
            <a href={props.elsewhereHref}>
              <Word of="web.elsewhere" words={words} />
            </a>
          </p>
        )}
        <ReplyBox token={props.token} always={messages.at(-1)?.always ?? []} direction={direction} words={words} />
      </main>
    </Page>
  )
}

const island = ({ domain, token, conversationId, watermark, language, embedded, words }: ChatPageProps) => ({
  domain,
  token,
  conversationId,
  watermark,
  language,
  embedded,
  strings: clientWords(words),
})
