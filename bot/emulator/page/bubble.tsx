import type { ComponentChildren } from 'preact'
import type { Content, Interactive } from '../message-schema.js'
import type { PhoneMessage } from '../screen.js'
import { Options } from './options.js'

const time = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' })

const ticks = { sent: '✓', delivered: '✓✓', read: '✓✓', played: '✓✓', failed: '!' } as const

/** One message as a phone shows it. Each text finds its own direction. */
export const Bubble = ({ message, who }: { readonly message: PhoneMessage; readonly who: string }) => (
  <li class={`bubble ${message.from}`} data-id={message.id}>
    {message.from === 'bot' ? (
      <BotContent content={message.content} who={who} />
    ) : (
      <OwnContent content={message.content} />
    )}
    <p class="foot">
      {time.format(message.at)}{' '}
      <span class={`tick-${message.status}`} role="img" aria-label={message.status}>
        {ticks[message.status]}
      </span>
    </p>
  </li>
)

const Words = ({ children, small = false }: { readonly children: ComponentChildren; readonly small?: boolean }) => (
  <p dir="auto" class={small ? 'small' : undefined}>
    {children}
  </p>
)

function BotContent({ content, who }: { readonly content: Content; readonly who: string }) {
  switch (content.type) {
    case 'text':
      return <Words>{content.text.body}</Words>
    case 'location':
      return <Place {...content.location} />
    case 'template':
      return <TemplateContent content={content} who={who} />
    case 'interactive':
      return <InteractiveContent interactive={content.interactive} content={content} who={who} />
  }
}

const InteractiveContent = ({
  interactive,
  content,
  who,
}: {
  readonly interactive: Interactive
  readonly content: Content
  readonly who: string
}) => (
  <>
    {'header' in interactive && interactive.header && (
      <p dir="auto">
        <strong>{interactive.header.text}</strong>
      </p>
    )}
    <Words>{interactive.body.text}</Words>
    {'footer' in interactive && interactive.footer && <Words small>{interactive.footer.text}</Words>}
    <Options content={content} who={who} />
  </>
)

/** A template shows its name and what was filled in: its words are kept at Meta. */
const TemplateContent = ({
  content,
  who,
}: {
  readonly content: Extract<Content, { type: 'template' }>
  readonly who: string
}) => (
  <>
    <Words small>{`${content.template.name} (${content.template.language.code})`}</Words>
    {(content.template.components ?? [])
      .flatMap(({ parameters }) => parameters)
      .map(parameter => parameter.type === 'text' && <Words>{parameter.text}</Words>)}
    <Options content={content} who={who} />
  </>
)

type PlaceProps = Extract<Content, { type: 'location' }>['location']

const Place = ({ latitude, longitude, name, address }: PlaceProps) => (
  <div class="place">
    <p dir="auto">
      <span aria-hidden="true">📍</span> <strong>{name ?? ''}</strong>
    </p>
    {address !== undefined && <Words small>{address}</Words>}
    <Words small>{`${latitude}, ${longitude}`}</Words>
  </div>
)

/** What she sent, shown as her phone would: the words, or a sign for what has none. */
const OwnContent = ({ content }: { readonly content: object }) => <Words>{ownWords(content)}</Words>

const signs: Readonly<Record<string, string>> = { audio: '🎤', image: '🖼', location: '📍', video: '🎬', document: '📄' }

function ownWords(content: object): string {
  const kind = 'type' in content ? String(content.type) : ''
  return signs[kind] ?? titleIn(content) ?? kind
}

/** The words of a text, or of what was tapped: the first `body`, `title` or `text` that is a string. */
function titleIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && (key === 'body' || key === 'title' || key === 'text')) return inner
    const found = key === 'context' ? null : titleIn(inner)
    if (found !== null) return found
  }
  return null
}
