import type { MessageView } from '../rendering/message-view.js'
import { OptionList } from './option-list.js'
import { PlaceCard } from './place-card.js'
import { SafetyCalls } from './safety-calls.js'
import type { Words } from './words.js'

export interface MessageItemProps {
  readonly view: MessageView
  readonly words: Words
  /** Only the last question can still be answered. */
  readonly answerable: boolean
  readonly embedded: boolean
}

/**
 * One message of the bot. The server and the browser both make it from this one place, so that what comes before and after
 * the script started is the same.
 */
export const MessageItem = ({ view, words, answerable, embedded }: MessageItemProps) => (
  <li class={view.safety ? 'message from-bot safety' : 'message from-bot'} lang={view.language} dir={view.direction}>
    <span class="visually-hidden">{words('web.bot')}: </span>
    {view.safety && <SafetyCalls calls={view.safety.calls} />}
    <Note paragraphs={view.paragraphs} question={view.cards.length === 0 ? view.question : ''} />
    {view.safety && view.safety.dutch.length > 0 && (
      <div class="twin" lang="nl" dir="ltr">
        <Note paragraphs={view.safety.dutch} question="" />
      </div>
    )}
    {view.cards.map(card => (
      <PlaceCard card={card} language={view.language} words={words} embedded={embedded} />
    ))}
    {view.cards.length > 0 && <Note paragraphs={[]} question={view.question} />}
    {view.options.length > 0 && <OptionList options={view.options} words={words} answerable={answerable} />}
  </li>
)

/** The question stands last, next to its answers. */
const Note = ({ paragraphs, question }: { paragraphs: readonly string[]; question: string }) =>
  paragraphs.length === 0 && question === '' ? null : (
    <div class="note">
      {paragraphs.map(paragraph => (
        <p>{paragraph}</p>
      ))}
      {question !== '' && <p class="question">{question}</p>}
    </div>
  )
