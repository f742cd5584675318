import { dialogs } from '../../dialogs/index.js'
import { proveDialogs } from '../../dialogs/proof.js'
import { whatsappLimits } from '../channels/limits.js'
import { keysInCode } from './keys-in-code.js'
import { loadLanguages } from './load-content.js'

/** Plays every path of every dialog in every language, says what was proved, and ends with 1 when something does not hold. */
const { words, without } = loadLanguages()
const keys = Object.keys(words.get('nl')?.texts ?? {})
const proof = proveDialogs(dialogs, {
  words,
  limits: { label: whatsappLimits.rowTitle, message: whatsappLimits.interactiveBody, offers: whatsappLimits.rows },
  saidElsewhere: keysInCode(keys),
})
const { forOther, withAside } = proof

for (const line of [
  `${proof.states} states, ${proof.turns} turns played through the engine, in ${proof.languages.length} languages (${proof.languages.join(', ')})`,
  `${proof.paths} paths to a first card, a number or a kind close`,
  `questions before the first card: at most ${proof.mostQuestions}`,
  `messages up to the first card: median ${proof.medianMessages}, at most ${proof.mostMessages}`,
  `of these, ${forOther.paths} paths are for somebody else: at most ${forOther.mostQuestions} questions and ${forOther.mostMessages} messages`,
  `${withAside.paths} more paths on which the resident asks something about this chat herself, which adds one question and two messages:`,
  `  at most ${withAside.mostQuestions} questions and ${withAside.mostMessages} messages, the question that she left and is asked again not counted`,
  ...(without.length > 0 ? [`NOT proved, for want of their files: ${without.join(', ')}`] : []),
  ...(proof.unsaid.length > 0 ? [`texts that nothing says: ${proof.unsaid.join(', ')}`] : []),
  ...proof.failures.map(failure => `FAILS: ${failure}`),
  proof.failures.length === 0
    ? 'Everything holds. In every state a person, back, skip, language, stop, later, wipe, restart, not safe and help work; nonsense three times ends at a person.'
    : `${proof.failures.length} things do not hold.`,
]) {
  process.stdout.write(`${line}\n`)
}
process.exitCode = proof.failures.length === 0 ? 0 : 1
