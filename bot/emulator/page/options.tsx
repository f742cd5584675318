import type { ComponentChildren } from 'preact'
import type { Content } from '../message-schema.js'
import { offeredIn, type Offered } from '../offered.js'

interface OptionsProps {
  readonly content: Content
  readonly who: string
}

/** What can be tapped below a message: buttons, a list that opens, a link, or the question where she is. */
export function Options({ content, who }: OptionsProps) {
  const offered = offeredIn(content)
  const interactive = content.type === 'interactive' ? content.interactive : null
  if (interactive?.type === 'cta_url') {
    const { url, display_text: words } = interactive.action.parameters
    return (
      <div class="options">
        <a href={url} target="_blank" rel="noreferrer noopener" dir="auto">
          ↗ {words}
        </a>
      </div>
    )
  }
  if (interactive?.type === 'location_request_message') {
    return (
      <TapForm who={who} action="share">
        <button name="kind" value="location" aria-label="Location">
          📍
        </button>
      </TapForm>
    )
  }
  if (offered.length === 0) return null
  if (interactive?.type !== 'list') return <Taps offered={offered} who={who} />
  return (
    <details class="options sheet">
      <summary dir="auto">☰ {interactive.action.button}</summary>
      <Taps offered={offered} who={who} />
    </details>
  )
}

const Taps = ({ offered, who }: { readonly offered: readonly Offered[]; readonly who: string }) => (
  <TapForm who={who} action="tap">
    {offered.map(({ id, title, description, shape }) => (
      <button name="option" value={id} class={shape} dir="auto">
        {title}
        {description !== undefined && <small dir="auto">{description}</small>}
      </button>
    ))}
  </TapForm>
)

const TapForm = ({
  who,
  action,
  children,
}: {
  readonly who: string
  readonly action: string
  readonly children: ComponentChildren
}) => (
  <form class="options" method="post" action={action}>
    <input type="hidden" name="who" value={who} />
    {children}
  </form>
)
