import { wordsOf } from './platform.mjs'
import { cameTogether } from './resident.mjs'

/**
 * A kill so soon after a message was accepted, or before it was, can have come before that was written down, in
 * milliseconds: the longest stall and the longest lock together.
 */
const WRITTEN_WITHIN_MS = 4_000

/**
 * Compares all that reached a resident with what the same build answers without trouble: nothing missing, nothing answered
 * twice, nothing in another order, and what came twice only where a kill or an unclear answer explains it.
 */
export function checkResident(talk, { expected, outage }, { platform, door, program }) {
  const verdict = {
    breaches: [],
    twice: { kill: 0, unclear: 0, repeated: 0 },
    outages: 0,
    wipes: 0,
    answers: 0,
    unordered: 0,
  }
  const arrived = platform.arrivedFor(talk.key)
  const answers = expected.get(talk.script)
  for (const [place, mine] of talk.said.entries()) {
    const from = mine.before
    const to = talk.said[place + 1]?.before ?? arrived.length
    checkStep(mine, answers[mine.index].prints, arrived.slice(from, to), arrived.slice(0, from))
  }
  return verdict

  function checkStep(mine, prints, came, earlier) {
    const { step, messages } = mine
    const free = step.together && !cameTogether(messages, door)
    const waiting = [...prints]
    const taken = []
    const before = [...earlier]
    for (const send of came) {
      const index = waiting.indexOf(send.print)
      const again = before.findLast(({ print }) => print === send.print)
      if (free) taken.push(send)
      else if (index >= 0) {
        if (index > 0 && !step.burst) breach('out of order', mine, send)
        waiting.splice(index, 1)
        taken.push(send)
      } else if (step.unkept && outage.has(send.print) && failedBefore(messages)) verdict.outages += 1
      else if (step.wipe && !taken.some(({ print }) => print === send.print) && failedBefore(messages)) {
        // What a kill cut short had erased already is not there to be named when the message comes again
        verdict.wipes += 1
        waiting.length = 0
        taken.push(send)
      } else if (again) explain(again, send, mine)
      else breach('answered twice, or with other words', mine, send)
      before.push(send)
    }
    verdict.answers += taken.length
    if (free) verdict.unordered += 1
    if (free ? taken.length === 0 : waiting.length > 0)
      breach(`lost (${waiting.length} of ${prints.length})`, mine, null)
    if (step.burst) checkOrder(mine, prints, taken)
  }

  /** Of a burst: what had been acknowledged before the next one was first told must be answered before it. */
  function checkOrder(mine, prints, taken) {
    const places = mine.messages.map((_, index) => taken.findIndex(({ print }) => print === prints[index]))
    for (const [first, a] of mine.messages.entries())
      for (const [second, b] of mine.messages.entries()) {
        const known = door.calls.get(a.id)?.find(({ status }) => status === 200)?.ended ?? Infinity
        const told = door.calls.get(b.id)?.[0]?.began ?? 0
        const wrong = known < told && places[first] >= 0 && places[second] >= 0 && places[first] > places[second]
        if (wrong) breach('out of order', mine, taken[places[second]])
      }
  }

  function explain(first, second, mine) {
    const life = program.lives[first.life]
    const later = platform.sends.some(
      ({ to, life: its, began }) => to === talk.key && its === first.life && began > first.at && began < second.began,
    )
    const gone = life.endedAt - first.at
    if (!first.clean || !second.clean) verdict.twice.unclear += 1
    else if (gone < WRITTEN_WITHIN_MS && first.life !== second.life && !later) verdict.twice.kill += 1
    else if (mine.step.unkept && failedBefore(mine.messages)) verdict.twice.repeated += 1
    else breach(`sent twice without a reason (life ${first.life}, ${Math.round(gone)} ms before its end)`, mine, second)
  }

  /** Whether a call with one of them was not answered well. */
  function failedBefore(messages) {
    return messages.some(({ id }) => door.calls.get(id)?.some(({ status }) => status !== 200))
  }

  function breach(what, { index, messages }, send) {
    verdict.breaches.push({
      what,
      resident: talk.key,
      script: talk.script,
      step: index + 1,
      calls: messages.map(({ id }) =>
        door.calls
          .get(id)
          ?.map(({ life, status }) => `${life}:${status}`)
          .join(' '),
      ),
      saw: send && { life: send.life, words: wordsOf(send.content) },
    })
  }
}
