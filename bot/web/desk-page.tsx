import type { StaffWords } from '../../content/staff-texts.js'
import { DeskCard, type DeskResult } from './desk-card.js'
import { DeskSearch, type DeskSearchProps } from './desk-search.js'
import type { MessageView } from '../rendering/message-view.js'
import type { Assets } from './page.js'
import { SafetyCalls } from './safety-calls.js'
import { StaffPage } from './staff-page.js'

/** Results on one page of the desk (I1). */
export const DESK_RESULT_LIMIT = 5

export type DeskAnswer =
  /** Nothing was asked yet. */
  | { readonly type: 'start' }
  | { readonly type: 'found'; readonly results: readonly DeskResult[] }
  | { readonly type: 'empty' }
  | { readonly type: 'error' }

export interface DeskPageProps extends DeskSearchProps {
  readonly name: string
  readonly assets: Assets
  readonly example: string | null
  readonly answer: DeskAnswer
  /** What was typed told of danger: this stands before every result (G1, I4); null else. */
  readonly safety: MessageView | null
}

/** Where a volunteer looks something up in one line (I1). Nothing about a visitor is asked, and nothing typed is kept (I6). */
export const DeskPage = (props: DeskPageProps) => {
  const { words, name, assets, example, answer, safety } = props
  return (
    <StaffPage
      title={words('desk.title')}
      name={name}
      lead={words('desk.lead')}
      kind="desk"
      assets={assets}
      example={example}
    >
      <DeskSearch {...props} />
      {safety?.safety && (
        <section class="message from-bot safety" role="alert">
          <SafetyCalls calls={safety.safety.calls} />
          <div class="note">
            {safety.paragraphs.map(paragraph => (
              <p>{paragraph}</p>
            ))}
          </div>
        </section>
      )}
      <div class="desk-answer" role="status">
        {answer.type === 'found' && <h2>{countOf(answer.results.length, words)}</h2>}
        {answer.type === 'empty' && <Nothing words={words} />}
        {answer.type === 'error' && <p class="place-notice">{words('desk.error')}</p>}
      </div>
      {answer.type === 'found' && (
        <ol class="desk-results">
          {answer.results.slice(0, DESK_RESULT_LIMIT).map(result => (
            <DeskCard result={result} words={words} />
          ))}
        </ol>
      )}
    </StaffPage>
  )
}

const countOf = (count: number, words: StaffWords): string =>
  count === 1
    ? words('desk.results.one')
    : words('desk.results.many', { count: String(Math.min(count, DESK_RESULT_LIMIT)) })

const Nothing = ({ words }: { words: StaffWords }) => (
  <div class="place-notice">
    <p>{words('desk.empty')}</p>
    <p>{words('desk.empty.tip')}</p>
  </div>
)
