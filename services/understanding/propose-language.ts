import type { LanguageTable } from '../../content/language-table.js'
import type { WordsByLanguage } from '../../content/understanding-words.js'
import { words as wordsOf } from '../safety/normalise.js'
import { MOST_WORDS } from './phrase-index.js'
import { lettersSpeakFor, scriptOf } from './script-letters.js'
import type { LanguageProposal } from './understood.js'
import { createWordEvidence } from './word-evidence.js'

const NONE: LanguageProposal = { type: 'none' }
const LETTER = /\p{L}/u

type Ranked = readonly (readonly [string, number])[]

/** One word never decides: it may be a name or a borrowed word (B3). */
const FEWEST_WORDS = 2
/** Evidence the best must have, and by how much and how many times it must lead, before it is proposed. */
const ENOUGH = 1.5
const LEAD = 0.7
const TIMES = 1.5
/** Within a script of its own (Ethiopic, Cyrillic, Arabic) the script itself is half the evidence. */
const ENOUGH_IN_SCRIPT = 0.5
const LEAD_IN_SCRIPT = 0.5
/** From this share of words in another script than Latin on, that script decides: Dutch terms stand between. */
const SCRIPT_SHARE = 0.5

/**
 * The language a message seems to be in, for asking, never for switching (B2, B3). None for one word, numbers, names,
 * emoji, mixed languages and whenever two languages are about as likely. `ga` (Irish) is never an answer: Ga is `gaa`.
 */
export function createProposeLanguage(table: LanguageTable, words: WordsByLanguage) {
  const evidence = createWordEvidence(table, words)
  const scripts = new Map([...table.rows, ...table.others].map(({ code, script }) => [code, script]))
  const family = new Map(table.others.map(({ code, dialectOf }) => [code, dialectOf ?? code]))
  const familyOf = (code: string) => family.get(code) ?? code
  /** Score of the best other language; a dialect is no rival of its own language. */
  const rivalOf = (best: string, ranked: Ranked) => ranked.find(([code]) => familyOf(code) !== familyOf(best))?.[1] ?? 0
  const proposal = (code: string): LanguageProposal => ({ type: table.isOffered(code) ? 'offer' : 'unsupported', code })

  return function proposeLanguage(text: string, whole: readonly string[] = wordsOf(text)): LanguageProposal {
    const said = whole.slice(0, MOST_WORDS).filter(word => LETTER.test(word))
    if (said.length < FEWEST_WORDS && scriptOf(text) !== 'Hani') return NONE
    const script = mainScript(said)
    const scores = evidence(said)
    for (const [code, weight] of lettersSpeakFor(text)) scores.set(code, (scores.get(code) ?? 0) + weight)
    const ranked = [...scores]
      .filter(([code]) => script === 'Latn' || scripts.get(code) === script)
      .sort((a, b) => b[1] - a[1])
    if (script !== 'Latn') return fromScript(script, ranked)
    const [best] = ranked
    if (!best || best[1] < ENOUGH) return NONE
    const next = rivalOf(best[0], ranked)
    return best[1] - next >= LEAD && best[1] >= next * TIMES ? proposal(best[0]) : NONE
  }

  function fromScript(script: string, ranked: Ranked): LanguageProposal {
    const writing = [...scripts].filter(([, own]) => own === script).map(([code]) => code)
    const [only] = writing
    if (only !== undefined && writing.length === 1) return proposal(only)
    const [best] = ranked
    if (!best || best[1] < ENOUGH_IN_SCRIPT) return NONE
    return best[1] - rivalOf(best[0], ranked) >= LEAD_IN_SCRIPT ? proposal(best[0]) : NONE
  }
}

function mainScript(said: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of said) {
    const script = scriptOf(word)
    if (script !== 'Latn') counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] >= said.length * SCRIPT_SHARE ? most[0] : 'Latn'
}
