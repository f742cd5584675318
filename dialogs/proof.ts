import type { Dialogs } from './engine/prompt.js'
import { alwaysFailures } from './proof/always.js'
import { asideFailures } from './proof/asides.js'
import { explore, type Explored } from './proof/explore.js'
import { pathsToFirstCard, type Path } from './proof/paths.js'
import { structureFailures } from './proof/structure.js'
import {
  keysNamed,
  keysSaid,
  offerFailures,
  wholeMessageFailures,
  wordingFailures,
  type ProofWords,
  type WordingLimits,
} from './proof/wording.js'

/** Requirement A2. */
export const MOST_QUESTIONS = 4
/** Requirement A2: outbound messages up to and including the first card. */
export const MOST_MESSAGES = 7
export const MOST_MESSAGES_MEDIAN = 5
/** What a look at the questions about the chat adds: which of them, and the answer with what waited asked again. */
export const ASIDE_QUESTIONS = 1
export const ASIDE_MESSAGES = 2

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
  /** The part of these that is for somebody else: held to the same limits (A11). */
  readonly forOther: Counted
  /** Paths on which she asks something about the chat, which is never needed: held to the limits and one aside. */
  readonly withAside: Counted
  readonly languages: readonly string[]
  /** Texts that neither a dialog nor other code says. Not a failure. */
  readonly unsaid: readonly string[]
  /** Empty when everything was proved. One readable sentence each. */
  readonly failures: readonly string[]
}

export interface Counted {
  readonly paths: number
  readonly mostQuestions: number
  readonly mostMessages: number
}

/** Plays every path of every dialog through the real engine and says what does not hold (A2, A4, A7–A9, A11, B1, F13, O6). Never throws. */
export function proveDialogs(dialogs: Dialogs, input: ProofInput): Proof {
  const explored = explore(dialogs)
  const broken = [...explored.thrown, ...structureFailures(dialogs, explored)]
  // Past an engine that throws, walking the paths would only throw the same.
  const paths = explored.thrown.length > 0 ? [] : pathsToFirstCard(dialogs)
  const direct = paths.filter(({ aside }) => !aside)
  const withAside = paths.filter(({ aside }) => aside)
  return {
    states: explored.states.length,
    turns: explored.edges.length,
    ...counted(direct),
    medianMessages: median(direct.map(({ messages }) => messages)),
    forOther: counted(direct.filter(({ forOther }) => forOther)),
    withAside: counted(withAside),
    languages: [...input.words.keys()],
    unsaid: unsaidKeys(dialogs, input, keysSaid(explored, new Set())),
    failures: [
      ...broken,
      ...(explored.thrown.length > 0 ? [] : alwaysFailures(dialogs, explored)),
      ...asideFailures(dialogs, explored),
      ...budgetFailures(direct, MOST_QUESTIONS, MOST_MESSAGES),
      ...budgetFailures(withAside, MOST_QUESTIONS + ASIDE_QUESTIONS, MOST_MESSAGES + ASIDE_MESSAGES),
      ...medianFailures(direct),
      ...paths
        .filter(path => !endsWell(path))
        .map(({ route }) => `no person, place or kind close: ${route.join(' > ')}`),
      ...offerFailures(explored, input.limits),
      ...[...input.words].flatMap(([language, words]) => wordingFailures(explored, language, words, input.limits)),
      ...dutchFailures(explored, input.words),
    ],
  }
}

function budgetFailures(paths: readonly Path[], mostQuestions: number, mostMessages: number): readonly string[] {
  return [
    ...paths
      .filter(({ questions }) => questions > mostQuestions)
      .map(path => `${path.questions} questions: ${path.route.join(' > ')}`),
    ...paths
      .filter(({ messages }) => messages > mostMessages)
      .map(path => `${path.messages} messages: ${path.route.join(' > ')}`),
  ]
}

function medianFailures(paths: readonly Path[]): readonly string[] {
  const middle = median(paths.map(({ messages }) => messages))
  return middle > MOST_MESSAGES_MEDIAN
    ? [`the median path takes ${middle} messages, at most ${MOST_MESSAGES_MEDIAN} is allowed`]
    : []
}

/** C1 sets a limit to whole messages in Dutch, which leads. */
function dutchFailures(explored: Explored, words: ProofInput['words']): readonly string[] {
  const dutch = words.get('nl')
  return dutch ? wholeMessageFailures(explored, 'nl', dutch) : []
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

const counted = (paths: readonly Path[]): Counted => ({
  paths: paths.length,
  mostQuestions: most(paths, 'questions'),
  mostMessages: most(paths, 'messages'),
})

const most = (paths: readonly Path[], what: 'questions' | 'messages'): number =>
  Math.max(0, ...paths.map(path => path[what]))

/** The middle one; of an even number the higher of the two, so that a limit is never met by rounding. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
