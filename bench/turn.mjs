/**
 * What a whole turn costs: `npm run build && npm run bench:turn`. Voordeur, a bare Express 5 echo and the SDK's own dialogs,
 * each in its own process, take turns in one run; shown are medians over the rounds. `-- --short` only shows that all answer.
 */
import { useIsReadFrom } from './child-server.mjs'
import { peer, polled, raw, TAPS, TURNS_A_CONVERSATION, voordeur } from './contestants.mjs'
import { CONNECTIONS, load } from './load.mjs'
import { machine, median, share } from './figures.mjs'

const short = process.argv.includes('--short')
const [ROUNDS, SECONDS, WARM_SECONDS] = short ? [1, 1, 1] : [7, 3, 4]
/** Conversations are made ready for so many turns a second: a guess at first, then twice the last rate. */
const FIRST_GUESS = 300
/** Processor time of one turn, as a multiple of the raw echo. */
const MOST_TIMES_RAW = 2

const INSTALL = 'npm ci --ignore-scripts --prefix bench/peers'

async function main() {
  const contestants = [raw, voordeur, polled, ...(peer.isInstalled ? [peer] : [])]
  console.log(
    `${machine()}; ${CONNECTIONS} connections; ${ROUNDS} × ${SECONDS} s each, in turn; CPU read from ${useIsReadFrom}`,
  )
  if (!peer.isInstalled) console.log(`Without ${peer.name}: it is not installed. To measure it too: ${INSTALL}`)
  const servers = new Map()
  try {
    for (const contestant of contestants) {
      const server = contestant.start ? await contestant.start() : servers.get(voordeur)
      servers.set(contestant, server)
      await contestant.prove?.(server.url, await contestant.conversation(server.url, 'proof'))
    }
    for (const contestant of contestants) await round(contestant, servers.get(contestant), WARM_SECONDS)
    const rounds = new Map(contestants.map(contestant => [contestant, []]))
    for (let number = 0; number < ROUNDS; number += 1)
      for (const contestant of turned(contestants, number))
        rounds.get(contestant).push(await round(contestant, servers.get(contestant), SECONDS))
    report(contestants, rounds)
  } finally {
    await Promise.all([...new Set(servers.values())].map(server => server.stop()))
  }
}

/** Nobody always goes first. */
const turned = (list, by) => list.map((_, index) => list[(index + by) % list.length])

let people = 0
const expected = new Map()

async function round(contestant, server, seconds) {
  const turns = (expected.get(contestant) ?? FIRST_GUESS) * seconds
  const conversations = []
  for (let ready = 0; ready < turns || conversations.length < CONNECTIONS; ready += TURNS_A_CONVERSATION)
    conversations.push(await contestant.conversation(server.url, `resident-${people++}`))
  const before = server.use()
  const { times, seconds: took, bad, statuses } = await load(server.url, conversations, seconds)
  const { cpu, memory } = server.use()
  if (bad > 0)
    throw new Error(`${contestant.name}: ${bad} requests were not answered well (${JSON.stringify(statuses)})`)
  expected.set(contestant, (2 * times.length) / took)
  times.sort((a, b) => a - b)
  return {
    rate: times.length / took,
    p50: share(times, 0.5),
    p99: share(times, 0.99),
    cpu: (cpu - before.cpu) / times.length,
    memory,
  }
}

function report(contestants, rounds) {
  const columns = {
    rate: ['turns/s', 0],
    p50: ['p50 ms', 2],
    p99: ['p99 ms', 2],
    cpu: ['CPU µs/turn', 0],
    memory: ['RSS MB', 0],
  }
  const of = (contestant, key) => median(rounds.get(contestant).map(figures => figures[key]))
  console.log(
    `${''.padEnd(38)}${Object.values(columns)
      .map(([title]) => title.padStart(13))
      .join('')}`,
  )
  for (const contestant of contestants) {
    const cells = Object.entries(columns).map(([key, [, digits]]) => of(contestant, key).toFixed(digits).padStart(13))
    console.log(contestant.name.padEnd(38) + cells.join(''))
  }
  console.log(
    `A turn is one of ${TAPS.join(', ')}; one search in ${TAPS.length} turns. Only Voordeur checks a token and writes to disk.`,
  )
  if (short) return console.log('Short form: it shows that every answer is 2xx; its figures say nothing.')
  const ratio = other => median(rounds.get(voordeur).map(({ cpu }, index) => cpu / rounds.get(other)[index].cpu))
  aim('CPU of a turn, of raw', ratio(raw), MOST_TIMES_RAW)
  if (peer.isInstalled) aim('CPU of a turn, of the peer', ratio(peer), 1)
}

const aim = (what, value, most) =>
  console.log(
    `${what}: ${value.toFixed(2)} × (aim: at most ${most.toFixed(1)} ×, ${value <= most ? 'reached' : 'missed'})`,
  )

main().catch(error => {
  console.error(error.message)
  process.exitCode = 1
})
