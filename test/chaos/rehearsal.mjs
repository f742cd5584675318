import { kindOf } from './platform.mjs'
import { speak } from './resident.mjs'
import { languages, scripts } from './scripts.mjs'

/** Longest wait for one answer, in milliseconds. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 20
/** A refusal that is the platform's trouble, not the message's. */
const REFUSED = { type: 'error', code: 131_000 }

/**
 * Every script in every language without any trouble, message by message: what the same build answers then is what it must
 * answer always. Answers by script and language the prints of each step, and the words of an outage. `nothingWaits` tells
 * whether all that was answered is sent. Throws where a script is of no use.
 */
export async function rehearse(house) {
  const plays = []
  for (const [name, steps] of Object.entries(scripts))
    for (const [number, language] of languages.entries()) plays.push(rehearseOne(house, name, number, steps(language)))
  const found = await Promise.all(plays)
  // One by one: the fault meets whoever is sent to next
  const outage = []
  for (const language of languages) outage.push(await wordsOfOutage(house, language))
  return { expected: new Map(found), outage: new Set(outage.flat()) }
}

async function rehearseOne(house, name, number, steps) {
  const person = house.newPerson()
  const answers = []
  for (const { say } of steps) {
    const contents = []
    for (const one of say) contents.push(...(await answerTo(house, person, one)))
    answers.push({ prints: contents.map(({ print }) => print), kinds: contents.map(({ content }) => kindOf(content)) })
  }
  const prints = answers.flatMap(answer => answer.prints)
  if (new Set(prints).size < prints.length)
    throw new Error(
      `Script "${name}" gives the same answer twice: ${JSON.stringify(answers.map(({ kinds }) => kinds))}`,
    )
  return [`${name} ${number}`, answers]
}

/** What is said when an answer that may not be kept could not be sent. */
async function wordsOfOutage(house, { digit, danger }) {
  const person = house.newPerson()
  await answerTo(house, person, { write: 'hallo' })
  await answerTo(house, person, { write: digit })
  house.platform.emulator.next(REFUSED)
  const said = await answerTo(house, person, { write: danger })
  const card = said.at(-1).print
  return said.map(({ print }) => print).filter(print => print !== card)
}

/** All that she gets for one message. Rejects when nothing came. */
async function answerTo({ platform, door, nothingWaits }, person, one) {
  const key = person.identity.bsuid ?? person.identity.phone
  const before = platform.arrivedFor(key).length
  const id = speak(person, one)
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    const isTaken = door.calls.get(id)?.some(({ status }) => status === 200)
    const came = platform.arrivedFor(key).slice(before)
    if (isTaken && came.length > 0 && nothingWaits(came.at(-1).at)) return came
  }
  throw new Error(`Without any trouble there was no answer to ${JSON.stringify(one)}`)
}
