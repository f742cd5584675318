import type { StaffWords } from '../../content/staff-texts.js'
import type { PageLanguage } from './words.js'

/** Where the search goes. By post, so that what was typed never stands in an address, a history or an access log (I6). */
export const DESK_ACTION = '/balie'

/** Characters of one search line. */
export const QUERY_LIMIT = 200

export interface DeskSearchProps {
  readonly words: StaffWords
  /** What was just searched, to change a word of it; empty at first. It is in this answer alone. */
  readonly query: string
  /** Language of the visitor, beside the Dutch; null for Dutch alone. */
  readonly language: string | null
  readonly languages: readonly PageLanguage[]
  readonly token: string
}

/** One line and one choice. There is no field for a note or a name. */
export const DeskSearch = ({ words, query, language, languages, token }: DeskSearchProps) => (
  <form class="desk-search" method="post" action={DESK_ACTION} role="search" autocomplete="off">
    <input type="hidden" name="token" value={token} />
    <p class="field">
      <label for="query">{words('desk.search')}</label>
      <input
        id="query"
        name="query"
        type="text"
        inputmode="search"
        required
        maxlength={QUERY_LIMIT}
        value={query}
        autocomplete="off"
        spellcheck={false}
        aria-describedby="search-help no-names"
      />
    </p>
    <p class="help" id="search-help">
      {words('desk.search.help')}
    </p>
    <p class="field">
      <label for="language">{words('desk.language')}</label>
      <select id="language" name="language">
        <option value="" selected={language === null}>
          {words('desk.language.none')}
        </option>
        {languages
          .filter(({ code }) => code !== 'nl')
          .map(({ code, ownName }) => (
            <option value={code} lang={code} selected={code === language}>
              {ownName}
            </option>
          ))}
      </select>
    </p>
    <p class="help no-names" id="no-names">
      {words('desk.no-names')}
    </p>
    <button type="submit" class="button primary">
      {words('desk.button')}
    </button>
  </form>
)
