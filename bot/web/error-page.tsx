import { ExampleBanner } from './example-banner.js'
import { Page, type Assets } from './page.js'
import { PageHeader } from './page-header.js'
import type { PageLanguage, Words } from './words.js'

export interface ErrorPageProps {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly languages: readonly PageLanguage[]
  readonly words: Words
  readonly assets: Assets
  readonly exitHref: string
  readonly example: boolean
  /** The conversation, to try again. */
  readonly backHref: string
}

/** Something failed here. It says so kindly, blames nobody and leads back; the cause stays in the log. */
export const ErrorPage = (props: ErrorPageProps) => {
  const { language, direction, words, backHref } = props
  return (
    <Page
      language={language}
      direction={direction}
      title={words('web.title')}
      kind="error"
      assets={props.assets}
      example={props.example}
      skip={null}
      header={<PageHeader {...props} home={backHref} path="/" token={null} />}
    >
      <main class="paper">
        {props.example && <ExampleBanner text={words('web.example')} />}
        <h1 class="notice-title">{words('web.error')}</h1>
        <p>
          <a class="button primary" href={backHref}>
            {words('web.retry')}
          </a>
        </p>
      </main>
    </Page>
  )
}
