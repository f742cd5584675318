import type { TextKey } from '../../content/text-key.js'
import type { Command } from '../../content/vocabulary.js'
import { promptOf, type Dialogs } from '../engine/prompt.js'
import type { Prompt } from '../engine/event.js'
import { describeRoute, nameOf, type Edge, type Explored, type State } from './explore.js'
import { directoryAnswers, play, type Turn } from './play.js'
import { samePrompt } from './same-prompt.js'

type Holds = (turn: Turn, asked: Prompt) => boolean

/** A question about the chat is answered with its own text, and what waited is asked again, with nothing in between (A4). */
const answers =
  (key: TextKey): Holds =>
  (turn, asked) =>
    turn.says.some(said => said.key === key) && turn.prompt !== null && samePrompt(turn.prompt, asked)

/** What must be true after each word that works everywhere (A8, A9, G1). */
const promises: Partial<Readonly<Record<Command, Holds>>> = {
  person: turn => turn.cards && turn.requests.some(({ person }) => person),
  language: turn => turn.prompt !== null && turn.effects.some(({ type }) => type === 'choose-language'),
  stop: turn => turn.prompt === null && turn.says.some(({ key }) => key === 'bye.stop'),
  later: turn => turn.prompt === null && turn.says.some(({ key }) => key === 'bye.later'),
  wipe: turn => turn.prompt === null && turn.effects.some(({ type }) => type === 'wipe'),
  restart: turn => turn.session.dialog === 'opening' && turn.session.history.length === 0 && turn.prompt !== null,
  'not-safe': turn => turn.effects.some(({ type }) => type === 'danger'),
  elsewhere: answers('elsewhere.none'),
  'who-are-you': answers('about.answer.who'),
  'who-pays': answers('about.answer.pays'),
  'touches-benefit': answers('about.answer.benefit'),
  'takes-children': answers('about.answer.children'),
  'what-is-kept': answers('kept.answer'),
  help: turn => turn.says.length > 0 && turn.prompt !== null,
}

/** Every state keeps every promise, every question can be skipped, and "back" returns along every edge. */
export function alwaysFailures(dialogs: Dialogs, { states, edges }: Explored): readonly string[] {
  return [
    ...states.flatMap(state => [
      ...commandFailures(dialogs, state),
      ...skipFailures(dialogs, state),
      ...nonsenseFailures(dialogs, state),
    ]),
    ...edges.flatMap(edge => backFailures(dialogs, edge)),
  ]
}

const [directory] = directoryAnswers

function say(dialogs: Dialogs, state: State, command: Command): Turn {
  if (!directory) throw new Error('The proof needs at least one answer of the directory')
  return play(dialogs, state.session, { type: 'command', command }, directory)
}

function commandFailures(dialogs: Dialogs, state: State): readonly string[] {
  const asked = promptOf(dialogs, { ...state.session, unclear: 0 })
  return Object.entries(promises)
    .filter(([command, holds]) => isCommand(command) && !holds(say(dialogs, state, command), asked))
    .map(([command]) => `"${command}" does not work at ${describeRoute(state)}`)
}

const isCommand = (name: string): name is Command => Object.hasOwn(promises, name)

/** Skipping must move on: the same question again is no skip (A2, A9). */
function skipFailures(dialogs: Dialogs, state: State): readonly string[] {
  const turn = say(dialogs, state, 'skip')
  const moved = turn.prompt === null || turn.cards || !samePrompt(turn.prompt, state.prompt)
  return moved ? [] : [`"skip" asks the same again at ${describeRoute(state)}`]
}

/** Nonsense three times: no question comes a third time, and the third answer names a person or place (A7). */
function nonsenseFailures(dialogs: Dialogs, state: State): readonly string[] {
  if (!directory) return []
  let { session } = state
  const asked = [promptOf(dialogs, session).say.key]
  for (let times = 1; times <= 3; times++) {
    const turn = play(dialogs, session, { type: 'unclear' }, directory)
    session = turn.session
    if (turn.prompt) asked.push(turn.prompt.say.key)
    if (times === 3 && !turn.cards) return [`nonsense three times names nobody at ${describeRoute(state)}`]
  }
  const third = asked.find(key => asked.filter(other => other === key).length > 2)
  return third ? [`nonsense hears "${third}" a third time at ${describeRoute(state)}`] : []
}

/** "Back" gives the question before, with its options. After cards only the question: what can still be shown may have changed. */
function backFailures(dialogs: Dialogs, { from, event, turn }: Edge): readonly string[] {
  if (!directory || !turn.prompt || turn.session.history.length === from.session.history.length) return []
  const returned = play(dialogs, turn.session, { type: 'command', command: 'back' }, directory)
  const expected = promptOf(dialogs, { ...from.session, unclear: 0 })
  const afterCards = from.session.step === 'after'
  const same =
    returned.prompt &&
    (afterCards ? returned.prompt.say.key === expected.say.key : samePrompt(returned.prompt, expected))
  return same ? [] : [`"back" does not return from ${nameOf(event)} to ${describeRoute(from)}`]
}
