import { LanguagePicker, type LanguagePickerProps } from './language-picker.js'
import { QuickExit, type QuickExitProps } from './quick-exit.js'
import { Word } from './word.js'

export type PageHeaderProps = LanguagePickerProps & QuickExitProps & { readonly home: string | null }

/** Name, language and the way out, on every page a resident sees. */
export const PageHeader = ({ home, ...rest }: PageHeaderProps) => (
  <header class="page-header">
    {home === null ? (
      <h1 class="name">
        <Word of="web.title" words={rest.words} />
      </h1>
    ) : (
      <a class="name" href={home}>
        <Word of="web.title" words={rest.words} />
      </a>
    )}
    <LanguagePicker {...rest} />
    <QuickExit {...rest} />
  </header>
)
