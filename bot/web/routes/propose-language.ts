import type { LanguageTable } from '../../../content/language-table.js'

/** Most languages read of a header; browsers send a handful. */
const MOST_READ = 12

/**
 * The first language of the browser that is offered, or null. It is only proposed (B2): the language list stands on every
 * page, and what is chosen wins.
 */
export function createProposeLanguage({ isOffered }: LanguageTable): (header: string | undefined) => string | null {
  return header => {
    const asked = (header ?? '')
      .split(',')
      .slice(0, MOST_READ)
      .map(part => /^\s*([a-z]{2,3})(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{1,3})?))?\s*$/i.exec(part))
      .filter(match => match !== null)
      .map(([, code = '', quality = '1']) => ({ code: code.toLowerCase(), quality: Number(quality) }))
      .filter(({ quality }) => quality > 0)
      .toSorted((a, b) => b.quality - a.quality)
    return asked.find(({ code }) => isOffered(code))?.code ?? null
  }
}
