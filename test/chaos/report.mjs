/** Synchronous = FULL in SQLite: a commit waits until the disk has it. */
const FULL = 2
/** Breaches that are printed in full. */
const SHOWN = 12

/** Prints what happened; answers whether everything held. */
export function report({ seed, verdicts, talks, house, phases, stalls, store, seconds }) {
  const { program, platform, door } = house
  const breaches = verdicts.flatMap(verdict => verdict.breaches)
  const sum = pick => verdicts.reduce((total, verdict) => total + pick(verdict), 0)
  const by = what => breaches.filter(breach => breach.what.startsWith(what)).length
  const unasked = program.lives.filter(({ how }) => how !== 'killed' && how !== 'stopped')
  const messages = talks.reduce((total, { said }) => total + said.flatMap(step => step.messages).length, 0)
  const twice = {
    kill: sum(v => v.twice.kill),
    unclear: sum(v => v.twice.unclear),
    repeated: sum(v => v.twice.repeated),
  }
  const troubles = [...program.troubles].map(([what, times]) => `${times} x ${what}`)
  const { lost, told, failed } = platform.emulator.counts
  const lines = [
    ['seed', seed],
    ['kills by phase', [...phases].map(([phase, times]) => `${phase} ${times}`).join(', ')],
    ['stalls', `${stalls.stops} of the process, ${stalls.locks} of the file`],
    ['residents', `${talks.length}, who sent ${messages} messages`],
    [
      'calls',
      `${told} taken, ${failed} not taken (${door.hidden} of them taken, but the word of it lost), ${lost} given up`,
    ],
    ['answers', `${sum(v => v.answers)}, in ${platform.sends.length} messages`],
    ['lost', by('lost') + lost],
    ['answered twice', by('answered twice')],
    ['out of order', by('out of order')],
    ['sent twice', `${twice.kill} by a kill, ${twice.unclear} by an unclear answer, ${twice.repeated} repeated whole`],
    ['sent twice without a reason', by('sent twice')],
    ['words of an outage', sum(v => v.outages)],
    ['wipes cut short by a kill', `${sum(v => v.wipes)} (said again in other words: what is gone cannot be named)`],
    ['bursts that came apart', `${sum(v => v.unordered)} (answered; their order cannot be known)`],
    ['ended by itself', unasked.map(({ number, how }) => `life ${number} ${how}`).join(', ') || 'never'],
    ['errors logged', troubles.join('; ') || 'none'],
    ['store', store ? JSON.stringify(store) : 'not looked into'],
    ['time', `${seconds} s`],
  ]
  for (const [name, value] of lines) console.log(`  ${name.padEnd(28)} ${value}`)
  for (const breach of breaches.slice(0, SHOWN)) console.log(`BREACH ${JSON.stringify(breach)}`)
  const whole = !store || (store.synchronous === FULL && store.waiting === 0)
  const holds = breaches.length === 0 && lost === 0 && unasked.length === 0 && whole
  console.log(holds ? 'chaos: everything held' : `chaos: ${breaches.length} breaches (seed ${seed})`)
  return holds
}
