import type { ComponentChildren } from 'preact'
import { Page, type Assets } from './page.js'
import { PageHeader } from './page-header.js'
import type { PageLanguage, Words } from './words.js'

interface Frame {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly languages: readonly PageLanguage[]
  readonly words: Words
  readonly assets: Assets
  readonly exitHref: string
  readonly example: boolean
}

export interface ElsewherePageProps extends Frame {
  /** Says what to do, or why it cannot be done. */
  readonly text: string
  /** Null where it cannot be done. */
  readonly whatsapp: { readonly href: string; readonly qr: string } | null
  readonly path: string
}

/** How to go on in WhatsApp: a code, a link for this phone, and a picture for another (N8). */
export const ElsewherePage = (props: ElsewherePageProps) => {
  const { words, text, whatsapp, language } = props
  return (
    <SmallPage {...props}>
      <p>{text}</p>
      {whatsapp && (
        <p>
          <a class="button primary" href={whatsapp.href} rel="noreferrer noopener">
            {words('elsewhere.open')}
          </a>
        </p>
      )}
      {whatsapp && <img src={whatsapp.qr} alt={words('print.whatsapp')} width="180" height="180" />}
      <p class="back">
        <a href={`/?lang=${language}`}>{words('place.back')}</a>
      </p>
    </SmallPage>
  )
}

export interface ContinuePageProps extends Frame {
  readonly path: string
  /** As it stood in the link; she may write another. */
  readonly code: string
}

/** Where a code from WhatsApp is handed in. A button, since looking at a link must not use its code up. */
export const ContinuePage = (props: ContinuePageProps) => (
  <SmallPage {...props}>
    <form method="post" action={`/verder?lang=${props.language}`} class="composer">
      <label for="code">{props.words('elsewhere.code')}</label>
      <input id="code" name="code" value={props.code} required maxlength={12} autocomplete="off" dir="ltr" />
      <button type="submit" class="button primary">
        {props.words('elsewhere.go')}
      </button>
    </form>
  </SmallPage>
)

type SmallPageProps = Frame & { readonly path: string; readonly children: ComponentChildren }

const SmallPage = (props: SmallPageProps) => (
  <Page
    language={props.language}
    direction={props.direction}
    title={props.words('web.title')}
    kind="elsewhere"
    assets={props.assets}
    example={props.example}
    skip={null}
    header={<PageHeader {...props} home={`/?lang=${props.language}`} token={null} />}
  >
    <main class="paper">{props.children}</main>
  </Page>
)
