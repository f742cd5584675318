import type { CardView } from '../rendering/message-view.js'
import { CardFacts } from './card-facts.js'
import { CardHead } from './card-head.js'
import { ExampleBanner } from './example-banner.js'
import { Page, type Assets } from './page.js'
import { PageHeader } from './page-header.js'
import { Description } from './place-card.js'
import type { PageLanguage, Words } from './words.js'

export interface PrintPageProps {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly languages: readonly PageLanguage[]
  readonly words: Words
  readonly assets: Assets
  readonly exitHref: string
  readonly example: boolean
  /** Path of this page, without a query. */
  readonly path: string
  /** The page of the place, in this language. */
  readonly backHref: string
  readonly card: CardView
  /** The same card in Dutch; null where that is the language of the page. */
  readonly dutch: CardView | null
  /** Pictures that open the chat here, with what each does. */
  readonly codes: readonly StartCode[]
}

export interface StartCode {
  readonly src: string
  /** What the picture says, for who cannot see it; only short ones are printed beside it. */
  readonly address: string
  readonly caption: string
}

/** One sheet of paper with all facts of a place, for a wall, a desk or a hand (A10). */
export const PrintPage = (props: PrintPageProps) => {
  const { language, direction, words, card, dutch, codes } = props
  return (
    <Page
      language={language}
      direction={direction}
      title={`${card.title} · ${words('web.title')}`}
      kind="print"
      assets={props.assets}
      example={props.example}
      skip={null}
      header={<PageHeader {...props} home={null} token={null} />}
    >
      <main class="paper sheet">
        {props.example && <ExampleBanner text={words('web.example')} />}
        <ul class="tools">
          <li>
            <button type="button" class="button" data-print hidden>
              {words('card.print')}
            </button>
          </li>
        </ul>
        <div class={dutch === null ? 'sheet-cards' : 'sheet-cards two'}>
          <Facts card={card} />
          {dutch && (
            <div lang="nl" dir="ltr">
              <Facts card={dutch} />
            </div>
          )}
        </div>
        <ul class="sheet-codes">
          {codes.map(({ src, address, caption }) => (
            <li>
              <img src={src} alt={address} width="132" height="132" />
              <p>{caption}</p>
            </li>
          ))}
        </ul>
        <p class="back">
          <a href={props.backHref}>{words('card.more')}</a>
        </p>
      </main>
    </Page>
  )
}

const Facts = ({ card }: { card: CardView }) => (
  <article class="card">
    <CardHead card={card} heading="h2" />
    <CardFacts lines={[...card.lines, ...card.more]} />
    <Description card={card} />
    <p class="checked">{card.checked}</p>
  </article>
)
