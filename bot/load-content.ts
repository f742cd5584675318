import { loadCalendar } from '../content/calendar.js'
import { loadDangerWords } from '../content/danger-words.js'
import { loadLanguageTable } from '../content/language-table.js'
import { loadPack } from '../content/load-pack.js'
import { loadWords } from '../content/load-words.js'
import { loadSafetyCards } from '../content/safety-cards.js'
import { loadSafetyNumbers } from '../content/safety-numbers.js'
import { loadSafetyTexts } from '../content/safety-texts.js'
import { loadStaffTexts } from '../content/staff-texts.js'
import { createTexts } from '../content/texts.js'
import { loadUnderstandingWords } from '../content/understanding-words.js'
import { AppError } from '../services/app-error.js'

/** All words and facts, read from the folders once. */
export type Content = ReturnType<typeof readAll>

/** Reads and checks everything under `content/`. Throws an `AppError` that names the file that is missing or wrong. */
export function loadContent(pack: string): Content {
  try {
    return readAll(pack)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('content-invalid', `The content cannot be used: ${why}`, { cause, retryable: false })
  }
}

function readAll(pack: string) {
  const table = loadLanguageTable()
  return {
    table,
    texts: createTexts(table.rows, loadWords(table.rows)),
    pack: loadPack(new URL(`../content/packs/${pack}/`, import.meta.url)),
    calendar: loadCalendar(),
    understandingWords: loadUnderstandingWords(),
    dangerWords: loadDangerWords(),
    safetyTexts: loadSafetyTexts(table.rows.map(({ code }) => code)),
    safetyCards: loadSafetyCards(),
    safetyNumbers: loadSafetyNumbers(),
    staffWords: loadStaffTexts(),
  }
}
