import type { LanguageTable } from '../../../content/language-table.js'
import type { StaffWords } from '../../../content/staff-texts.js'
import type { Texts } from '../../../content/texts.js'
import type { Clock } from '../../../services/clock.js'
import type { Openings } from '../../../services/schedule/openings.js'
import type { RenderSources } from '../../rendering/render-message.js'
import type { Live } from '../../turn/decide.js'
import type { Assets } from '../page.js'
import type { PageLanguage, Words } from '../words.js'

/** What every page needs of the house. */
export interface Site {
  readonly live: () => Live
  readonly texts: Texts
  readonly table: LanguageTable
  readonly openings: Openings
  readonly clock: Clock
  readonly staffWords: StaffWords
  /** The means to turn stored messages into words, as of now. */
  readonly renderSources: () => RenderSources
  readonly assets: Assets
  /** Style sheets without the resident's script. */
  readonly staffAssets: Assets
  readonly exitHref: string
  readonly example: boolean
  /** How this service is reached from outside, without a slash; null for the address of the request. */
  readonly publicUrl: string | null
  /** Our number in WhatsApp, for links; null makes none. */
  readonly whatsappPhone: string | null
}

/** Languages that may be offered, in menu order. */
export function pageLanguages({ table }: Site): readonly PageLanguage[] {
  return table.rows
    .filter(({ code }) => table.isOffered(code))
    .map(({ code, ownName, direction }) => ({ code, ownName, direction }))
}

export const wordsOf =
  ({ texts }: Site, language: string): Words =>
  key =>
    texts.text(key, language)

export const directionOf = ({ table }: Site, language: string): 'ltr' | 'rtl' =>
  table.rows.find(({ code }) => code === language)?.direction ?? 'ltr'

/** Language, words and header of a resident's page. */
export function frameOf(site: Site, language: string) {
  return {
    language,
    direction: directionOf(site, language),
    languages: pageLanguages(site),
    words: wordsOf(site, language),
    assets: site.assets,
    exitHref: site.exitHref,
    example: site.example,
  }
}
