/**
 * How long a cold start takes and what an idle server holds: `npm run build && npm run bench:start`. Voordeur with an empty
 * data folder and a bare Express 5 alternate; shown are medians.
 */
import { startServer } from './child-server.mjs'
import { machine, median } from './figures.mjs'
import { startVoordeur } from './voordeur.mjs'
import { fileURLToPath } from 'node:url'

const RUNS = process.argv.includes('--short') ? 1 : 5
/** After so long nothing of the start is under way. */
const IDLE_MS = 3_000
const MOST_START_MS = 2_000
const MOST_MEMORY_MB = 150

const starts = {
  'raw Express 5': () => startServer(fileURLToPath(new URL('./raw-echo.mjs', import.meta.url))),
  Voordeur: startVoordeur,
}

async function run(start) {
  const server = await start()
  const { cpu } = server.use()
  await new Promise(resolve => setTimeout(resolve, IDLE_MS))
  const { memory } = server.use()
  await server.stop()
  return { start: server.startedIn, cpu: cpu / 1000, memory }
}

async function main() {
  console.log(`${machine()}; ${RUNS} runs, medians`)
  const runs = Object.fromEntries(Object.keys(starts).map(name => [name, []]))
  for (let number = 0; number < RUNS; number += 1)
    for (const [name, start] of Object.entries(starts)) runs[name].push(await run(start))
  console.log('                 until it listens, ms   CPU by then, ms   RSS when idle, MB')
  for (const [name, list] of Object.entries(runs)) {
    const [start, cpu, memory] = ['start', 'cpu', 'memory'].map(key => median(list.map(figures => figures[key])))
    console.log(
      name.padEnd(16) + [start, cpu, memory].map((value, at) => value.toFixed(0).padStart([21, 18, 20][at])).join(''),
    )
  }
  console.log(`Aims for Voordeur: listens within ${MOST_START_MS} ms, holds at most ${MOST_MEMORY_MB} MB when idle`)
}

main().catch(error => {
  console.error(error.message)
  process.exitCode = 1
})
