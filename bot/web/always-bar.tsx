import type { OptionView } from '../rendering/message-view.js'
import { CHOICE_FORM } from './option-list.js'
import { Word } from './word.js'
import type { Words } from './words.js'

const NOT_SAFE = 'not-safe'
/** The digit that says it on every channel. */
const NOT_SAFE_DIGIT = '0'

/**
 * What can be said at any moment, with "not safe" first. When the conversation has ended there is nothing to say but to
 * begin again.
 */
export const AlwaysBar = ({ actions, words }: { actions: readonly OptionView[]; words: Words }) =>
  actions.length === 0 ? (
    <p class="begin-again">
      <button type="submit" class="button primary" form={CHOICE_FORM} name="value" value="restart">
        <Word of="web.again" words={words} />
      </button>
    </p>
  ) : (
    <ul class="always">
      {[...actions].sort(notSafeFirst).map(action => (
        <li>
          <button
            type="submit"
            class={action.id === NOT_SAFE ? 'action not-safe' : 'action'}
            form={CHOICE_FORM}
            name="value"
            value={action.id}
          >
            {action.id === NOT_SAFE ? (
              <span class="number">{NOT_SAFE_DIGIT}</span>
            ) : (
              action.icon !== '' && (
                <span class="icon" aria-hidden="true">
                  {action.icon}
                </span>
              )
            )}
            <span class="label">{action.label}</span>
          </button>
        </li>
      ))}
    </ul>
  )

const notSafeFirst = (a: OptionView, b: OptionView): number => Number(b.id === NOT_SAFE) - Number(a.id === NOT_SAFE)
