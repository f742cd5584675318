import type { CardLine } from '../rendering/message-view.js'

/** Facts of a place, one a line. A value may be a Dutch name in a right-to-left page, so each keeps its own direction. */
export const CardFacts = ({ lines }: { lines: readonly CardLine[] }) => (
  <dl class="facts">
    {lines.map(({ name, label, value }) => (
      <div class={`fact fact-${name}`}>
        <dt>{label}</dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    ))}
  </dl>
)
