import type { OptionView } from '../rendering/message-view.js'
import type { Words } from './words.js'

/** Id of the form that every choice button belongs to; it stands once in the page. */
export const CHOICE_FORM = 'choose'

/** A longer list, as that of languages, stands in two columns. */
const LONGEST_COLUMN = 7

export interface OptionListProps {
  readonly options: readonly OptionView[]
  readonly words: Words
  readonly answerable: boolean
}

/** The choices of a question. The number is also the digit to send, the same on every channel (A6). */
export const OptionList = ({ options, words, answerable }: OptionListProps) => (
  <ol class={options.length > LONGEST_COLUMN ? 'options many' : 'options'} aria-label={words('web.choose')}>
    {options.map((option, index) => (
      <li>
        <button type="submit" class="option" form={CHOICE_FORM} name="value" value={option.id} disabled={!answerable}>
          <span class="number">{index + 1}</span>
          {option.icon !== '' && (
            <span class="icon" aria-hidden="true">
              {option.icon}
            </span>
          )}
          <span class="label" {...inOwnLanguage(option)}>
            {option.label}
          </span>
        </button>
      </li>
    ))}
  </ol>
)

const inOwnLanguage = ({ language, direction }: OptionView) => ({
  ...(language === undefined ? {} : { lang: language }),
  ...(direction === undefined ? {} : { dir: direction }),
})
