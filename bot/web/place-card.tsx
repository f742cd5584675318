import type { CardView } from '../rendering/message-view.js'
import { CardFacts } from './card-facts.js'
import { CardHead } from './card-head.js'
import { mapHref, placeHref, printHref, SHOW_CARD_ID } from './place-links.js'
import type { Words } from './words.js'

export interface PlaceCardProps {
  readonly card: CardView
  readonly language: string
  readonly words: Words
  readonly embedded: boolean
}

/** A place in the conversation: what is needed to go there, and the rest one tap away (F2). */
export const PlaceCard = ({ card, language, words, embedded }: PlaceCardProps) => (
  <article class="card">
    <CardHead card={card} heading="h2" />
    <CardFacts lines={card.lines} />
    {(card.more.length > 0 || card.description !== null) && (
      <details class="more">
        <summary>{words('card.more')}</summary>
        <CardFacts lines={card.more} />
        <Description card={card} />
      </details>
    )}
    <p class="checked">{card.checked}</p>
    <ul class="card-links">
      {card.position !== null && (
        <li>
          <a href={mapHref(card.position)} rel="noreferrer noopener" {...(embedded ? { target: '_blank' } : {})}>
            {words('card.map')}
          </a>
        </li>
      )}
      <li>
        <a href={`${placeHref(card.record, language)}#${SHOW_CARD_ID}`}>{words('card.show')}</a>
      </li>
      <li>
        <a href={printHref(card.record, language)}>{words('card.print')}</a>
      </li>
    </ul>
  </article>
)

/** The place in its own words. Dutch where nobody translated it, and then marked as such for a reading voice. */
export const Description = ({ card }: { card: CardView }) =>
  card.description === null ? null : (
    <p class="description" lang={card.description.language} dir="auto">
      {card.description.text}
    </p>
  )
