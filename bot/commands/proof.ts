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
const { withDetour } = proof

for (const line of [
  `${proof.states} states, ${proof.turns} turns played through the engine, in ${proof.languages.length} languages (${proof.languages.join(', ')})`,
  `${proof.paths} paths to a first card, a number or a kind close`,
  `questions before the first card: at most ${proof.mostQuestions}`,
  `messages up to the first card: median ${proof.medianMessages}, at most ${proof.mostMessages}`,
  `of these, ${withDetour.paths} paths first go round by "about this chat" or "for someone else" on the resident's own choice:`,
  `  with everything on the way counted, at most ${withDetour.mostQuestions} questions and ${withDetour.mostMessages} messages`,
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
