import type { PageLanguage, Words } from './words.js'

export interface LanguagePickerProps {
  readonly language: string
  readonly languages: readonly PageLanguage[]
  readonly words: Words
  /** Address of the page itself, to which `lang=` is added. */
  readonly path: string
}

/** Every language by its own name in its own script, one tap away (B3). Plain links, so it needs no script. */
export const LanguagePicker = ({ language, languages, words, path }: LanguagePickerProps) => {
  const current = languages.find(({ code }) => code === language)
  return (
    <details class="languages">
      <summary aria-label={`${words('web.languages')}: ${current?.ownName ?? language}`}>
        <svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
          <path
            d="M1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13"
            fill="none"
            stroke="currentColor"
            stroke-width="1.2"
          />
        </svg>
        <bdi class="language-name" lang={language}>
          {current?.ownName ?? language}
        </bdi>
      </summary>
      <ul class="language-list">
        {languages.map(({ code, ownName, direction }) => (
          <li>
            <a
              href={`${path}${path.includes('?') ? '&' : '?'}lang=${encodeURIComponent(code)}`}
              lang={code}
              hreflang={code}
              dir={direction}
              {...(code === language ? { 'aria-current': 'true' as const } : {})}
            >
              {ownName}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
