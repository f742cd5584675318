import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { commands, days, referralTopics } from './vocabulary.js'

/**
 * A phrase is words in order. `schuld*` is any word that begins so, `kind|zoon` either word, `#teen` an age of 12 to 17,
 * `#tot` one of 0 to 4,
 * `#months` 5 to 23. Accents, capitals and digit scripts do not matter; in topics up to two other words may stand between.
 */
const phrase = z.string().regex(/[\p{L}\p{N}]/u, 'a phrase needs a letter or digit')
const phrases = z.array(phrase).min(1)

/** What residents write in one language (`languages/<code>/words.json`), the Dutch terms they mix in included. */
export const understandingWordsSchema = z.strictObject({
  commands: z.record(z.enum(commands), phrases),
  yes: phrases,
  no: phrases,
  dontKnow: phrases,
  ratherNot: phrases,
  greetings: phrases,
  /** Strong: one is enough. Weak: two together, or one in a very short message. */
  topics: z.record(z.enum(referralTopics), z.strictObject({ strong: phrases, weak: phrases })),
  /** Ages of children. They count only beside a word for a child: "here for 2 years" is none. */
  ages: z.strictObject({ young: phrases, teen: phrases }),
  /** `none` says when a longer phrase is no date at all: "all day", "good morning". */
  urgency: z.strictObject({ none: phrases, today: phrases, days: phrases, weekdays: z.record(z.enum(days), phrases) }),
  /** The message is about somebody else (A11). */
  other: phrases,
  /** The writer says that he is a man or father (E5). Never inferred from anything else. */
  men: phrases,
  /** An amount, a right or a verdict is asked for, which the bot never gives (D3). */
  rulings: phrases,
  /** What becomes of money when the writer goes to work: a ruling too, however much it sounds like a question about the chat. */
  ifWorking: phrases,
  /** The writer wants it quiet or small, or finds a place too busy (C6, F12). */
  quiet: phrases,
  /** Frequent words that tell this language from others; also in other scripts people type it in. */
  functionWords: z.array(z.string().min(1)).min(25),
})
export type UnderstandingWords = z.infer<typeof understandingWordsSchema>

/** Words by language code. */
export type WordsByLanguage = Readonly<Record<string, UnderstandingWords>>

const LANGUAGES = new URL('./languages/', import.meta.url)

/** Reads `words.json` of every language folder. Throws, naming the file, when one is missing or broken. */
export function loadUnderstandingWords(folder: URL = LANGUAGES): WordsByLanguage {
  const codes = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return Object.fromEntries(codes.map(({ name }) => [name, readWords(folder, name)]))
}

function readWords(folder: URL, code: string): UnderstandingWords {
  const result = understandingWordsSchema.safeParse(
    JSON.parse(readFileSync(new URL(`${code}/words.json`, folder), 'utf8')),
  )
  if (result.success) return result.data
  throw new Error(`languages/${code}/words.json: ${z.prettifyError(result.error)}`)
}
