/**
 * How fast places are found as the number of records grows: `npm run build && npm run bench:referrals`.
 * The index and a plain scan over all records answer the same questions in turn, in one run. Made-up data, fixed seed.
 */
import { cpus } from 'node:os'
import { generateQuestions, generateSnapshot } from './generate-records.mjs'

const built = process.env['BENCH_DIST'] ?? '../dist'
const { loadCalendar } = await import(`${built}/content/calendar.js`)
const { createFindReferrals } = await import(`${built}/services/referrals/find-referrals.js`)
const { createOpenings } = await import(`${built}/services/schedule/openings.js`)

const { createColumns, passes } = await import(`${built}/services/referrals/columns.js`)
const { isIn } = await import(`${built}/services/referrals/eligibility.js`)

const SHORT = process.argv.includes('--short')
/** The short form only shows that it runs; its figures are not to be quoted. */
const SIZES = SHORT ? [100, 1_000] : [100, 1_000, 10_000, 100_000]
const QUESTIONS = 300
/** Each question is asked so often; its time is the shortest, for other work on the machine only adds. `raw` is of all. */
const ROUNDS = 5
/** A scan over many records is slow: fewer questions are enough to see it. */
const SCANNED = size => (size > 10_000 ? 30 : QUESTIONS)
const NOW = Date.parse('2026-11-23T10:00:00+01:00')

/** The same search without an index: every record is looked at for every question. */
function scan(entries) {
  const columns = createColumns(entries)
  const find = ({ abilities, company, language, demands, accepts }) =>
    entries.filter(
      (entry, index) =>
        passes(columns, index, demands) &&
        entry.abilities.some(ability => abilities.includes(ability)) &&
        isIn(company, entry.gender) &&
        (language === null || entry.languages.has(language)) &&
        accepts(entry),
    )
  return {
    find,
    nearest: ({ most, demands, accepts }) =>
      entries.filter((entry, index) => passes(columns, index, demands) && accepts(entry)).slice(0, most),
  }
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const ms = value => value.toFixed(3).padStart(9)

function clocked(find, question) {
  const start = performance.now()
  const { type } = find(question, NOW)
  return { time: performance.now() - start, found: type === 'found' }
}

const used = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

function measure(size) {
  const snapshot = generateSnapshot(size)
  const openings = createOpenings(loadCalendar())
  const before = used()
  const start = performance.now()
  const indexed = createFindReferrals(snapshot, { openings })
  const build = performance.now() - start
  const heap = used() - before
  const scanned = createFindReferrals(snapshot, { openings, createIndex: scan })
  const questions = generateQuestions(QUESTIONS)
  for (const question of questions) indexed(question, NOW)
  const runs = questions.map(() => [])
  const scans = []
  let found = 0
  for (let round = 0; round < ROUNDS; round += 1)
    questions.forEach((question, number) => {
      const run = clocked(indexed, question)
      runs[number].push(run.time)
      if (round === 0) found += Number(run.found)
      if (round === 0 && number < SCANNED(size)) scans.push(clocked(scanned, question).time)
    })
  const times = runs.map(times => Math.min(...times)).sort((a, b) => a - b)
  const all = runs.flat().sort((a, b) => a - b)
  scans.sort((a, b) => a - b)
  const share = found / questions.length
  return {
    size,
    build,
    heap,
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    raw99: at(all, 0.99),
    scan50: at(scans, 0.5),
    scan99: at(scans, 0.99),
    share,
  }
}

const [cpu] = cpus()
console.log(
  `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}; ${QUESTIONS} questions × ${ROUNDS}`,
)
console.log('  records    p50 ms    p99 ms    raw p99  scan p50  scan p99  build ms  index MB  found')
measure(1_000) // so that the first row is not that of a cold compiler
const results = SIZES.map(measure)
for (const { size, p50, p99, raw99, scan50, scan99, build, heap, share } of results)
  console.log(
    `${String(size).padStart(9)} ${[p50, p99, raw99, scan50, scan99, build, heap].map(ms).join(' ')}  ${(share * 100).toFixed(0)} %`,
  )
const [, thousand, , most] = results
if (SHORT) console.log('Short form: it shows that it runs; its figures say nothing.')
else console.log(`p99 at 100,000 is ${(most.p99 / thousand.p99).toFixed(1)} × that at 1,000`)
