import type { Words } from './words.js'
import { Word } from './word.js'

/** Where the server forgets the conversation and sends the browser on, for pages without script. */
export const EXIT_ACTION = '/snel-weg'

export interface QuickExitProps {
  readonly words: Words
  /** The neutral page to go to. */
  readonly exitHref: string
  /** Null on a page that has no conversation of its own: the server then knows it by the cookie. */
  readonly token: string | null
}

/** Always in sight (G8). A form, so that it also works before or without script. */
export const QuickExit = ({ words, exitHref, token }: QuickExitProps) => (
  <form class="quick-exit" method="post" action={EXIT_ACTION} data-exit={exitHref}>
    {token !== null && <input type="hidden" name="token" value={token} />}
    <button type="submit" class="button exit" title={words('web.exit.title')} data-word-title="web.exit.title">
      <Word of="web.exit" words={words} />
      <svg class="sign flips" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d="M2 8h10M8 3.5 12.5 8 8 12.5" fill="none" stroke="currentColor" stroke-width="2" />
      </svg>
    </button>
  </form>
)
