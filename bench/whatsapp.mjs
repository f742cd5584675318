/**
 * What one WhatsApp message costs, from the signed call to the answer sent: `npm run build && npm run bench:whatsapp`. Voordeur
 * with every commit on disk, beside Express 5 that checks the signature and makes the same two outgoing calls. Both in turn in
 * one run; medians over the rounds. `-- --short` only shows that it works; `-- --growth` adds a million stored conversations.
 */
import { fileURLToPath } from 'node:url'
import { startServer, useIsReadFrom } from './child-server.mjs'
import { machine, median, share } from './figures.mjs'
import { fillDatabase } from './fill-database.mjs'
import { load } from './load.mjs'
import { startVoordeur } from './voordeur.mjs'
import { MESSAGES_A_PERSON, NUMBER, requestsOfSomebody, SECRET, TOKEN } from './whatsapp-messages.mjs'

const short = process.argv.includes('--short')
const growth = process.argv.includes('--growth')
const [ROUNDS, SECONDS, WARM_SECONDS] = short ? [1, 1, 1] : [5, 4, 5]
const STEADY = { rate: 300, seconds: short ? 1 : 15 }
/** So many calls are under way at once. */
const CONNECTIONS = 32
const MOST_TIMES_RAW = 2
/** Stored conversations at which the cost is measured. */
const STORED = growth ? [1_000, 1_000_000] : []
/** Everything must have been sent this long after the last call, in milliseconds. */
const SENT_WITHIN = 30_000

const file = name => fileURLToPath(new URL(name, import.meta.url))
const sinkCounts = async sink => (await fetch(sink.url)).json()
const settings = sink => ({
  WHATSAPP_TOKEN: TOKEN,
  WHATSAPP_NUMBER: NUMBER,
  WHATSAPP_APP_SECRET: SECRET,
  WHATSAPP_VERIFY_TOKEN: 'verify-token-of-the-bench',
  WHATSAPP_HOST: sink.url,
  WHATSAPP_PER_SECOND: '1000',
})

async function main() {
  console.log(
    `${machine()}; ${CONNECTIONS} connections; ${ROUNDS} × ${SECONDS} s each, in turn; CPU read from ${useIsReadFrom}`,
  )
  const sink = await startServer(file('./message-sink.mjs'))
  try {
    const raw = { name: 'Express 5, signature and two posts', server: await startRaw(sink), guess: 700 }
    const ours = { name: 'Voordeur, saved to disk', server: await startVoordeur(settings(sink)), guess: 500 }
    const rounds = new Map([raw, ours].map(one => [one, []]))
    for (const one of [raw, ours]) await round(one, sink, WARM_SECONDS)
    for (let number = 0; number < ROUNDS; number += 1)
      for (const one of number % 2 === 0 ? [raw, ours] : [ours, raw])
        rounds.get(one).push(await round(one, sink, SECONDS))
    report([raw, ours], rounds)
    await steady(ours, sink)
    await Promise.all([raw.server.stop(), ours.server.stop()])
    await grown(sink)
  } finally {
    await sink.stop()
  }
}

const startRaw = sink => startServer(file('./raw-webhook.mjs'), { env: { SINK: sink.url } })

/** People enough for the round, each tapping once her last call was acknowledged. */
async function round(one, sink, seconds, options = {}) {
  const wanted = Math.max(CONNECTIONS, Math.ceil((one.guess * seconds * 2) / MESSAGES_A_PERSON))
  const people = Array.from({ length: wanted }, () => requestsOfSomebody())
  const before = await sinkCounts(sink)
  const used = one.server.use()
  const {
    times,
    seconds: took,
    bad,
    statuses,
  } = await load(one.server.url, people, seconds, {
    connections: CONNECTIONS,
    ...options,
  })
  if (bad > 0) throw new Error(`${one.name}: ${bad} calls were not answered well (${JSON.stringify(statuses)})`)
  const waited = await allSent(sink, before, times.length)
  const { cpu, memory } = one.server.use()
  one.guess = times.length / took
  times.sort((a, b) => a - b)
  return {
    rate: times.length / (took + waited),
    p50: share(times, 0.5),
    p99: share(times, 0.99),
    cpu: (cpu - used.cpu) / times.length,
    memory,
  }
}

/** Waits until every message was marked as read and answered; answers the seconds that took. */
async function allSent(sink, before, messages) {
  const began = performance.now()
  for (;;) {
    const { messages: sent, read } = await sinkCounts(sink)
    if (sent - before.messages >= messages && read - before.read >= messages) return (performance.now() - began) / 1000
    if (performance.now() - began > SENT_WITHIN)
      throw new Error(`${sent - before.messages} answers and ${read - before.read} read marks for ${messages} messages`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

function report(contestants, rounds) {
  const of = (one, key) => median(rounds.get(one).map(figures => figures[key]))
  console.log(`${''.padEnd(38)}   messages/s  ack p50 ms  ack p99 ms  CPU µs/message  RSS MB`)
  for (const one of contestants)
    console.log(
      one.name.padEnd(38) +
        of(one, 'rate').toFixed(0).padStart(13) +
        of(one, 'p50').toFixed(2).padStart(12) +
        of(one, 'p99').toFixed(2).padStart(12) +
        of(one, 'cpu').toFixed(0).padStart(16) +
        of(one, 'memory').toFixed(0).padStart(8),
    )
  if (short) return console.log('Short form: it shows that every message is answered; its figures say nothing.')
  const [raw, ours] = contestants
  const ratio = median(rounds.get(ours).map(({ cpu }, index) => cpu / rounds.get(raw)[index].cpu))
  aim('CPU of a message, of raw', ratio, MOST_TIMES_RAW, '×')
  console.log(`Messages a second, answered and sent: ${of(ours, 'rate').toFixed(0)} (aim: at least 600)`)
}

/** At an even pace, as a busy day would be. */
async function steady(ours, sink) {
  const { p50, p99 } = await round(ours, sink, STEADY.seconds, { overallRate: STEADY.rate })
  console.log(
    `At ${STEADY.rate} messages/s: acknowledged p50 ${p50.toFixed(2)} ms (aim: 10), p99 ${p99.toFixed(2)} ms (aim: 100)`,
  )
}

/** How the cost grows with what is stored. */
async function grown(sink) {
  const costs = []
  for (const stored of STORED) {
    const server = await startVoordeur(settings(sink), folder => fillDatabase(folder, stored))
    const ours = { name: `${stored} stored`, server, guess: 500 }
    await round(ours, sink, WARM_SECONDS)
    const figures = []
    for (let number = 0; number < ROUNDS; number += 1) figures.push(await round(ours, sink, SECONDS))
    const cpu = median(figures.map(each => each.cpu))
    costs.push(cpu)
    console.log(
      `${stored.toLocaleString('en')} stored: ${cpu.toFixed(0)} µs/message, started in ${server.startedIn.toFixed(0)} ms`,
    )
    await server.stop()
  }
  if (costs.length > 1) aim('CPU of a message at 1,000,000 stored, of that at 1,000', costs.at(-1) / costs[0], 1.5, '×')
}

const aim = (what, value, most, unit) =>
  console.log(
    `${what}: ${value.toFixed(2)} ${unit} (aim: at most ${most.toFixed(1)}, ${value <= most ? 'reached' : 'missed'})`,
  )

main().catch(error => {
  console.error(error.message)
  // Servers that still run end with this process.
  process.exit(1)
})
