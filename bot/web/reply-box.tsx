import type { OptionView } from '../rendering/message-view.js'
import { AlwaysBar } from './always-bar.js'
import { CHOICE_FORM } from './option-list.js'
import { Word } from './word.js'
import type { Words } from './words.js'

/** Where an answer goes when there is no script: the page comes back with the next question. */
export const ANSWER_ACTION = '/gesprek'

/** Characters of one written answer. Far more than a question needs, and less than a letter: those are for showing. */
export const TEXT_LIMIT = 1000

export interface ReplyBoxProps {
  readonly token: string
  readonly always: readonly OptionView[]
  readonly direction: 'ltr' | 'rtl'
  readonly words: Words
}

/**
 * Where the resident answers. Choices and writing are two forms: pressing enter in the one must never press a button of the
 * other.
 */
export const ReplyBox = ({ token, always, direction, words }: ReplyBoxProps) => (
  <div class="reply">
    <form id={CHOICE_FORM} method="post" action={ANSWER_ACTION}>
      <input type="hidden" name="token" value={token} />
    </form>
    <div class="notice">
      <p class="notice-text" role="status" />
      <button type="button" class="button retry" hidden>
        <Word of="web.retry" words={words} />
      </button>
    </div>
    <div class="always-place" dir={direction}>
      <AlwaysBar actions={always} words={words} />
    </div>
    <form id="write" class="composer" method="post" action={ANSWER_ACTION}>
      <input type="hidden" name="token" value={token} />
      <label class="visually-hidden" for="text">
        <Word of="web.write" words={words} />
      </label>
      <input
        id="text"
        name="text"
        type="text"
        dir="auto"
        required
        maxlength={TEXT_LIMIT}
        placeholder={words('web.write')}
        data-word-placeholder="web.write"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="send"
      />
      <button type="submit" class="button primary">
        <Word of="web.send" words={words} />
      </button>
    </form>
  </div>
)
