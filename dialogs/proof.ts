import type { Dialogs } from './engine/prompt.js'
import { alwaysFailures } from './proof/always.js'
import { explore } from './proof/explore.js'
import { pathsToFirstCard, type Path } from './proof/paths.js'
import { structureFailures } from './proof/structure.js'
import {
  keysNamed,
  keysSaid,
  offerFailures,
  wordingFailures,
  type ProofWords,
  type WordingLimits,
} from './proof/wording.js'

/** Requirement A2. */
export const MOST_QUESTIONS = 4
/** Requirement A2: outbound messages up to and including the first card. */
export const MOST_MESSAGES = 7
export const MOST_MESSAGES_MEDIAN = 5

export interface ProofInput {
  /** Language code to its words; the path is proved in each. */
  readonly words: ReadonlyMap<string, ProofWords>
  readonly limits: WordingLimits
  /** Text keys that other code says, so that a text nobody says can be named. Omitted: that is not looked at. */
  readonly saidElsewhere?: ReadonlySet<string>
}

export interface Proof {
  readonly states: number
  /** Turns that were played through the engine. */
  readonly turns: number
  readonly paths: number
  readonly mostQuestions: number
  readonly medianMessages: number
  readonly mostMessages: number
  /** The same for who first went round by "about this chat" or "for someone else": asked by her, so not held to the limits. */
  readonly withDetour: { readonly paths: number; readonly mostQuestions: number; readonly mostMessages: number }
  readonly languages: readonly string[]
  /** Texts that neither a dialog nor other code says. Not a failure. */
  readonly unsaid: readonly string[]
  /** Empty when everything was proved. One readable sentence each. */
  readonly failures: readonly string[]
}

/** Plays every path of every dialog through the real engine and says what does not hold (A2, A7–A9, B1, F13, O6). Never throws. */
export function proveDialogs(dialogs: Dialogs, input: ProofInput): Proof {
  const explored = explore(dialogs)
  const broken = [...explored.thrown, ...structureFailures(dialogs, explored)]
  // Past an engine that throws, walking the paths would only throw the same.
  const paths = explored.thrown.length > 0 ? [] : pathsToFirstCard(dialogs)
  const direct = paths.filter(({ detour }) => !detour)
  const round = paths.filter(({ detour }) => detour)
  return {
    states: explored.states.length,
    turns: explored.edges.length,
    paths: paths.length,
    mostQuestions: most(direct, 'questions'),
    medianMessages: median(direct.map(({ messages }) => messages)),
    mostMessages: most(direct, 'messages'),
    withDetour: { paths: round.length, mostQuestions: most(round, 'questions'), mostMessages: most(round, 'messages') },
    languages: [...input.words.keys()],
    unsaid: unsaidKeys(dialogs, input, keysSaid(explored, new Set())),
    failures: [
      ...broken,
      ...(explored.thrown.length > 0 ? [] : alwaysFailures(dialogs, explored)),
      ...budgetFailures(direct),
      ...paths
        .filter(path => !endsWell(path))
        .map(({ route }) => `no person, place or kind close: ${route.join(' > ')}`),
      ...offerFailures(explored, input.limits),
      ...[...input.words].flatMap(([language, words]) => wordingFailures(explored, language, words, input.limits)),
    ],
  }
}

function budgetFailures(paths: readonly Path[]): readonly string[] {
  const middle = median(paths.map(({ messages }) => messages))
  return [
    ...paths
      .filter(({ questions }) => questions > MOST_QUESTIONS)
      .map(path => `${path.questions} questions: ${path.route.join(' > ')}`),
    ...paths
      .filter(({ messages }) => messages > MOST_MESSAGES)
      .map(path => `${path.messages} messages: ${path.route.join(' > ')}`),
    ...(middle > MOST_MESSAGES_MEDIAN
      ? [`the median path takes ${middle} messages, at most ${MOST_MESSAGES_MEDIAN} is allowed`]
      : []),
  ]
}

/** Cards hold a human step, the safety card a number; a close must be said kindly. */
function endsWell({ end, last }: Path): boolean {
  return end === 'close' ? last.says.some(({ key }) => key.startsWith('bye.')) : true
}

function unsaidKeys(
  dialogs: Dialogs,
  { words, saidElsewhere }: ProofInput,
  said: ReadonlySet<string>,
): readonly string[] {
  const [first] = words.values()
  if (!saidElsewhere || !first) return []
  const named = keysNamed(dialogs)
  const base = (key: string) => key.replace(/\.(young|demo|municipal)$/, '')
  const isSaid = (key: string) => said.has(key) || named.has(key) || saidElsewhere.has(key)
  return Object.keys(first.texts).filter(key => !isSaid(key) && !isSaid(base(key)))
}

const most = (paths: readonly Path[], what: 'questions' | 'messages'): number =>
  Math.max(0, ...paths.map(path => path[what]))

/** The middle one; of an even number the higher of the two, so that a limit is never met by rounding. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
