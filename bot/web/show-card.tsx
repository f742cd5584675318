import type { TextKey } from '../../content/text-key.js'
import type { Words } from './words.js'
import { SHOW_CARD_ID } from './place-links.js'

/** What a resident can hold up at a desk: her own words above, the vetted Dutch below (F14). */
export interface ShowCardView {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Only what she chose, said in her language. */
  readonly own: readonly string[]
  /** The same sentences in Dutch, in the same order. */
  readonly dutch: readonly string[]
}

const INTRO: TextKey = 'show.intro'

/** In large print, and alone on the paper if only this is printed. A Dutch reader sees her sentences once. */
export const ShowCard = ({ view, words }: { view: ShowCardView; words: Words }) => (
  <section class="show-card" id={SHOW_CARD_ID} aria-labelledby="show-title">
    <h2 id="show-title" class="show-title">
      {words(INTRO)}
    </h2>
    {view.language !== 'nl' && (
      <div class="show-own" lang={view.language} dir={view.direction}>
        {view.own.map(sentence => (
          <p>{sentence}</p>
        ))}
      </div>
    )}
    <div class="show-dutch" lang="nl" dir="ltr">
      {view.dutch.map(sentence => (
        <p>{sentence}</p>
      ))}
    </div>
  </section>
)
