/**
 * Fuzz: bodies of the webhook and requests of the web chat's door, changed with regard to their shape, against the whole
 * program in a process of its own. Whatever is sent, there is an answer below 500, quickly, with nothing of our insides in
 * it; the process goes on, logs no error, and keeps no more memory than when it was warm.
 *
 * `node test/fuzz/run.mjs [--short] [--count N] [--seed N] [--from I]`. FUZZ_DIST points to another build than `dist/`. Leaves
 * with 1 on any breach, which is printed with its seed and body; `--seed N --from I --count 1` sends that one alone again.
 */
import { rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { URLSearchParams } from 'node:url'
import { parseArgs } from 'node:util'
import { createChance } from '../chaos/chance.mjs'
import { startChild } from './child.mjs'
import { directLineCase } from './direct-line-cases.mjs'
import { webhookCase } from './webhook-cases.mjs'

const { values: given } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    count: { type: 'string' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
})
const count = Number(given.count ?? (given.short ? 4_000 : 120_000))
const seed = Number(given.seed ?? Date.now() % 1_000_000)
const first = Number(given.from)
/** Requests under way at once. */
const AT_ONCE = 8
/** Memory may be so much above the warm level, in bytes. */
const MOST_MORE = 20 * 1024 * 1024
/** 99 of 100 answers come within this, in milliseconds; far above what a quiet machine needs, far below a regular expression gone wild. */
const MOST_P99_MS = 1_000
/** No answer takes longer, in milliseconds. */
const NEVER_OVER_MS = 20_000
/** A start that takes longer has failed, in milliseconds. */
const START_WITHIN_MS = 60_000
/** Share of the requests after which the caches are full and the code is warm. */
const WARM = 0.3
/** A conversation is left after so many requests on average. */
const TALKS = 30
/** Breaches that are printed in full; after so many there is no use in going on. */
const SHOWN = 10
/** Requests between two words of how far it is. */
const TOLD_EVERY = 10_000
/** Of our insides: a stack, a file of ours, the name of a thrown error. */
const INSIDES =
  /\n\s+at |node_modules|dist\/(bot|services|dialogs|content)|file:\/\/|(Type|Reference|Range|Syntax|Sqlite|Zod)Error/

const secrets = { secret: 'app-secret-of-the-fuzz', verifyToken: 'verify-token-of-the-fuzz' }
const dist = new URL(`${process.env['FUZZ_DIST'] ?? '../../dist'}/`, import.meta.url)
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const began = performance.now()
const times = []
const statuses = new Map()
const breaches = []
const talks = []
let next = first
let slowest = { ms: 0, number: first }

const child = await startChild({ dist, ...secrets })
while (!(await greets())) {
  if (!child.isAlive() || performance.now() - began > START_WITHIN_MS)
    throw new Error(`No answer at the webhook: is dist/ built? It said: ${child.troubles.join('; ') || 'nothing'}`)
  await new Promise(resolve => setTimeout(resolve, 100))
}
await renewTalks()
const warm = await warmed()
await sendUpTo(first + count)
const calm = (await child.memory()).inUse
const alive = child.isAlive() && (await greets())
const how = await child.stop()
await rm(child.folder, { recursive: true, force: true })
process.exit(report() ? 0 : 1)

async function warmed() {
  await sendUpTo(first + Math.floor(count * WARM))
  return (await child.memory()).inUse
}

/** Sends what is left up to this number, some at once. */
async function sendUpTo(end) {
  const senders = Array.from({ length: AT_ONCE }, async () => {
    while (next < end && breaches.length < SHOWN && child.isAlive()) await sendOne(next++)
  })
  await Promise.all(senders)
}

/** Each request is drawn from its own number, so that it can be sent alone. */
async function sendOne(number) {
  const chance = createChance(seed * 1_000_003 + number)
  const webhook = chance() < 0.6
  if (times.length > 0 && times.length % TOLD_EVERY === 0) console.log(`fuzz: ${times.length} of ${count}`)
  const asked = webhook ? webhookCase(chance, secrets) : directLineCase(chance, talks)
  if (chance() < 1 / TALKS) await renewTalks()
  const answer = await ask(asked)
  times.push(answer.ms)
  if (answer.ms > slowest.ms) slowest = { ms: answer.ms, number }
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  const why = wrongWith(answer)
  if (why !== null)
    breaches.push({ why, seed, number, ...shown(asked), status: answer.status, answer: answer.said.slice(0, 300) })
}

function wrongWith({ status, said, ms }) {
  if (status === null) return 'no answer'
  if (status >= 500) return 'an answer of 500 or more'
  if (INSIDES.test(said)) return 'our insides in an answer'
  return ms > NEVER_OVER_MS ? `an answer after ${ms} ms` : null
}

/** A request as it is printed. */
function shown({ method, path, headers, body }) {
  return { method, path, headers, body: body === null ? null : body.toString('utf8').slice(0, 4_000) }
}

function ask({ method, path, headers, body }) {
  const at = performance.now()
  return new Promise(resolve => {
    const done = (status, said) => resolve({ status, said, ms: performance.now() - at })
    const length = body === null ? {} : { 'content-length': body.length }
    const options = { port: child.port, host: '127.0.0.1', method, path, headers: { ...headers, ...length }, agent }
    const asked = request(options, answer => {
      let said = ''
      answer.setEncoding('utf8').on('data', text => (said += text))
      answer.on('close', () => done(answer.statusCode, said))
    })
    asked.on('error', error => done(null, String(error)))
    asked.end(body ?? undefined)
  })
}

/** A new conversation beside the others; the oldest goes. */
async function renewTalks() {
  const headers = { 'accept-language': 'nl', 'content-type': 'application/json' }
  const { status, said } = await ask({
    method: 'POST',
    path: '/directline/v3/directline/conversations',
    headers,
    body: null,
  })
  if (status !== 201) return
  talks.push(JSON.parse(said))
  if (talks.length > AT_ONCE) talks.shift()
}

/** Whether it is there and answers Meta's question. */
async function greets() {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': secrets.verifyToken,
    'hub.challenge': '42',
  })
  const { status, said } = await ask({ method: 'GET', path: `/channels/whatsapp?${query}`, headers: {}, body: null })
  return status === 200 && said === '42'
}

function report() {
  times.sort((a, b) => a - b)
  const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1)
  const more = calm - warm
  const p99 = Number(at(0.99))
  const megabytes = bytes => (bytes / 1024 / 1024).toFixed(1)
  const lines = [
    ['seed', seed],
    ['requests', `${times.length} in ${((performance.now() - began) / 1_000).toFixed(1)} s`],
    [
      'statuses',
      [...statuses]
        .toSorted(([a], [b]) => a - b)
        .map(([status, times]) => `${status}: ${times}`)
        .join(', '),
    ],
    ['answers', `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms (number ${slowest.number})`],
    [
      'memory',
      `${megabytes(warm)} MB when warm, ${megabytes(calm)} MB at the end (${more < 0 ? '' : '+'}${megabytes(more)} MB)`,
    ],
    ['messages sent to residents', child.sink.taken],
    ['errors logged', child.troubles.length],
    ['ended', how === 0 ? 'when it was asked to' : `with ${how}`],
  ]
  for (const [name, value] of lines) console.log(`  ${name.padEnd(28)} ${value}`)
  for (const breach of breaches) console.log(`BREACH ${JSON.stringify(breach)}`)
  for (const line of child.troubles.slice(0, SHOWN)) console.log(`LOGGED ${line}`)
  const holds =
    breaches.length === 0 &&
    child.troubles.length === 0 &&
    alive &&
    how === 0 &&
    more <= MOST_MORE &&
    p99 <= MOST_P99_MS
  console.log(holds ? 'fuzz: everything held' : `fuzz: it did not hold (seed ${seed})`)
  return holds
}
