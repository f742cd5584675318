import type { CardView } from '../rendering/message-view.js'

/** Name, what it is, why it fits and when: what decides whether to read on. */
export const CardHead = ({ card, heading: Heading }: { card: CardView; heading: 'h1' | 'h2' | 'h3' }) => (
  <div class="card-head">
    {card.exampleMark !== null && <p class="example-mark">{card.exampleMark}</p>}
    <Heading class="card-title">
      <bdi lang="nl">{card.title}</bdi>
    </Heading>
    <p class="card-kind">{card.kind}</p>
    {card.when !== '' && <p class="card-when">{card.when}</p>}
    {card.reason !== '' && <p class="card-reason">{card.reason}</p>}
  </div>
)
