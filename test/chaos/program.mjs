import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Left to a stop that was asked for, in milliseconds; the program promises 10 s. */
const STOP_WITHIN_MS = 15_000

/**
 * The real process, one life after another. `lives` tells when each began and ended, in milliseconds. `envFor` answers the
 * settings of each.
 */
export function createProgram({ script, envFor }) {
  const lives = []
  const troubles = new Map()
  let child = null
  let ended = Promise.resolve()

  async function start() {
    const env = await envFor(lives.length)
    const life = { number: lives.length, began: performance.now(), endedAt: Infinity, how: 'running' }
    lives.push(life)
    const mine = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = mine
    createInterface({ input: mine.stdout }).on('line', line => note(line))
    createInterface({ input: mine.stderr }).on('line', line => note(line))
    ended = new Promise(resolve => {
      mine.once('exit', (code, signal) => {
        life.endedAt = Math.min(life.endedAt, performance.now())
        if (life.how === 'running') life.how = `ended by itself (${signal ?? code})`
        else if (life.how === 'stopped' && code !== 0) life.how = `stopped with ${signal ?? code}`
        resolve()
      })
    })
  }

  function note(line) {
    const entry = parse(line)
    const what =
      entry === null ? line : entry.level >= 50 ? `${entry.msg}${entry.err ? `: ${entry.err.message}` : ''}` : null
    if (what !== null) troubles.set(what, (troubles.get(what) ?? 0) + 1)
  }

  const end = signal => {
    const life = lives.at(-1)
    if (life.how !== 'running') return
    life.how = signal === 'SIGKILL' ? 'killed' : 'stopped'
    if (signal === 'SIGKILL') life.endedAt = performance.now()
    child.kill(signal)
  }

  const over = () => end('SIGKILL')
  process.on('exit', over)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

  return {
    lives,
    /** What it said of errors, and how often. */
    troubles,
    said: () => [...troubles.keys()].join('; ') || 'nothing',
    start,
    get life() {
      return lives.at(-1)
    },
    async killAndStart() {
      end('SIGKILL')
      await ended
      await start()
    },
    /** Holds it for some milliseconds, as a machine does that is short of everything. */
    async hold(ms) {
      const mine = child
      mine.kill('SIGSTOP')
      await new Promise(resolve => setTimeout(resolve, ms))
      mine.kill('SIGCONT')
    },
    async stop() {
      const hurry = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
      end('SIGTERM')
      await ended
      clearTimeout(hurry)
      process.off('exit', over)
    },
  }
}

function parse(line) {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
