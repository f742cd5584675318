import type { StaffWords } from '../../content/staff-texts.js'
import type { CardView } from '../rendering/message-view.js'
import { CardFacts } from './card-facts.js'
import { CardHead } from './card-head.js'
import { placeHref, SHOW_CARD_ID } from './place-links.js'
import type { PageLanguage } from './words.js'

export interface DeskResult {
  readonly dutch: CardView
  /** The same card in the visitor's language; null when that is Dutch. */
  readonly own: { readonly card: CardView; readonly language: PageLanguage } | null
}

/** One result: for the volunteer in Dutch, beside it for the visitor, and a page to show or print. */
export const DeskCard = ({ result, words }: { result: DeskResult; words: StaffWords }) => {
  const { dutch, own } = result
  return (
    <li class={own === null ? 'desk-result' : 'desk-result two'}>
      <Column card={dutch} heading={own === null ? null : words('desk.card.dutch')} />
      {own && (
        <div lang={own.language.code} dir={own.language.direction}>
          <Column card={own.card} heading={own.language.ownName} />
        </div>
      )}
      <p class="desk-links">
        <a class="button" href={`${placeHref(dutch.record, own?.language.code ?? 'nl')}#${SHOW_CARD_ID}`}>
          {words('desk.card.show')}
          <span class="visually-hidden">: {dutch.title}</span>
        </a>
      </p>
    </li>
  )
}

const Column = ({ card, heading }: { card: CardView; heading: string | null }) => (
  <article class="card">
    {heading !== null && <p class="column-name">{heading}</p>}
    <CardHead card={card} heading="h3" />
    <CardFacts lines={card.lines} />
    <p class="checked">{card.checked}</p>
  </article>
)
