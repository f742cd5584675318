import type { CardView } from '../rendering/message-view.js'
import { CardFacts } from './card-facts.js'
import { CardHead } from './card-head.js'
import { ExampleBanner } from './example-banner.js'
import { Page, type Assets } from './page.js'
import { PageHeader } from './page-header.js'
import { Description } from './place-card.js'
import { mapHref } from './place-links.js'
import { ShowCard, type ShowCardView } from './show-card.js'
import type { PageLanguage, Words } from './words.js'

export interface PlacePageProps {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly languages: readonly PageLanguage[]
  readonly words: Words
  readonly assets: Assets
  readonly exitHref: string
  readonly example: boolean
  /** Path of this page, without a query. */
  readonly path: string
  /** The conversation, in this language. */
  readonly backHref: string
  /** What must be read before the facts: closed, paused, replaced, not found; null for an open door. */
  readonly notice: PlaceNotice | null
  /** Null when there is nothing to show of it any more. */
  readonly card: CardView | null
  /** Null when nothing was chosen that could be shown. */
  readonly show: ShowCardView | null
  /** One sheet of paper with this place on it; null when there is nothing to show. */
  readonly printHref: string | null
  /** Null when no next opening is known. */
  readonly calendarHref: string | null
  /** Picture of the address of this page, for on paper; null leaves it out. */
  readonly qr: { readonly src: string; readonly address: string } | null
}

export interface PlaceNotice {
  readonly text: string
  /** The page of what came in its place. */
  readonly successor?: { readonly label: string; readonly href: string }
}

const PLACE_ID = 'plek'

/** The public page of one place: to read, to show, to print on one sheet. The facts are those of the card in the chat. */
export const PlacePage = (props: PlacePageProps) => {
  const { language, direction, words, card, notice, show, backHref } = props
  return (
    <Page
      language={language}
      direction={direction}
      title={card === null ? words('web.title') : `${card.title} · ${words('web.title')}`}
      kind="place"
      assets={props.assets}
      example={props.example}
      skip={null}
      header={<PageHeader {...props} home={backHref} token={null} />}
    >
      <main id={PLACE_ID} class="paper">
        {props.example && <ExampleBanner text={words('web.example')} />}
        {notice && <Notice notice={notice} heading={card === null} />}
        {card && <PlaceFacts card={card} />}
        {card && <PlaceTools {...props} card={card} />}
        {show && <ShowCard view={show} words={words} />}
        {props.qr && <img class="qr" src={props.qr.src} alt={props.qr.address} width="132" height="132" />}
        <p class="back">
          <a href={backHref}>{words('place.back')}</a>
        </p>
      </main>
    </Page>
  )
}

const Notice = ({ notice, heading }: { notice: PlaceNotice; heading: boolean }) => (
  <div class="place-notice" role="note">
    {heading ? <h1 class="notice-title">{notice.text}</h1> : <p>{notice.text}</p>}
    {notice.successor && (
      <p>
        <a href={notice.successor.href}>
          <bdi>{notice.successor.label}</bdi>
        </a>
      </p>
    )}
  </div>
)

const PlaceFacts = ({ card }: { card: CardView }) => (
  <article class="card">
    <CardHead card={card} heading="h1" />
    <CardFacts lines={[...card.lines, ...card.more]} />
    <Description card={card} />
    <p class="checked">{card.checked}</p>
  </article>
)

type PlaceToolsProps = Pick<PlacePageProps, 'words' | 'calendarHref' | 'printHref'> & { readonly card: CardView }

const PlaceTools = ({ card, words, calendarHref, printHref }: PlaceToolsProps) => (
  <ul class="tools">
    {card.position !== null && (
      <li>
        <a class="button" href={mapHref(card.position)} rel="noreferrer noopener" data-geo={card.position.join(',')}>
          {words('card.map')}
        </a>
      </li>
    )}
    {calendarHref !== null && (
      <li>
        <a class="button" href={calendarHref} download="afspraak.ics">
          {words('card.calendar')}
        </a>
      </li>
    )}
    {printHref !== null && (
      <li>
        <a class="button" href={printHref}>
          {words('card.print')}
        </a>
      </li>
    )}
  </ul>
)
