import { existsSync } from 'node:fs'
import { channelLimits } from '../../../bot/channels/limits.js'
import type { CheckSubject } from '../../../content/checks/subject.js'
import { loadLanguageTable } from '../../../content/language-table.js'
import { loadAmbiguousNames, loadPack } from '../../../content/load-pack.js'
import { loadWords } from '../../../content/load-words.js'
import { dialogs } from '../../../dialogs/index.js'
import { offeredLabels } from '../../../dialogs/offered-labels.js'

const CONTENT = new URL('../../../content/', import.meta.url)

/** The content as it is, with the languages whose files are there. */
export function realSubject(pack: string): CheckSubject {
  const folder = new URL(`packs/${pack}/`, CONTENT)
  const languages = loadLanguageTable().rows.filter(({ code }) =>
    ['texts', 'terms'].every(file => existsSync(new URL(`languages/${code}/${file}.json`, CONTENT))),
  )
  return {
    languages,
    words: loadWords(languages),
    pack: loadPack(folder),
    ambiguousNames: loadAmbiguousNames(folder),
    channelLimits,
    labels: offeredLabels(dialogs),
  }
}
