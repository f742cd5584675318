import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'

/** A start that takes longer has failed, in milliseconds. */
const START_WITHIN_MS = 30_000
const STOP_WITHIN_MS = 15_000
/** Between two looks whether it listens, in milliseconds. */
const LOOK_EVERY_MS = 5
/** Ticks a second in /proc, the same on every Linux that Node runs on (USER_HZ). */
const TICKS = 100

/**
 * Starts a server in a process of its own, on a free port of this machine, and waits until it accepts a connection.
 * `startedIn` is that time in milliseconds. Rejects with what it said when it ends before that.
 */
export async function startServer(script, settings = {}) {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [...(settings.flags ?? []), script], {
    env: { ...cleanEnvironment(), ...settings.env, NODE_ENV: 'production', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const killed = () => child.kill('SIGKILL')
  process.on('exit', killed)
  let said = ''
  child.stderr.on('data', data => (said += data))
  const ended = new Promise(resolve => child.once('exit', resolve))
  await listening(port, child, () => said)
  return {
    url: `http://127.0.0.1:${port}`,
    startedIn: performance.now() - began,
    use: () => useOf(child.pid),
    async stop() {
      const hurry = setTimeout(killed, STOP_WITHIN_MS)
      child.kill('SIGTERM')
      await ended
      clearTimeout(hurry)
      process.off('exit', killed)
    },
  }
}

/** How processor time and memory are read here; in the same way for every server. */
export const useIsReadFrom = existsSync('/proc/self/stat') ? '/proc' : 'ps (coarse: CPU in steps of 10 ms to 1 s)'

/** Processor time so far (microseconds, all threads, kernel included) and resident memory (MB); NaN where neither can be read. */
function useOf(pid) {
  if (useIsReadFrom !== '/proc') return useByPs(pid)
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return { cpu: ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1e6, memory: Number(resident?.[1]) / 1024 }
}

/** For systems without /proc: `ps` says `[[days-]hours:]minutes:seconds` and kilobytes. */
function useByPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'time=,rss=', '-p', String(pid)], { encoding: 'utf8' })
  const [time = '', kilobytes] = (stdout ?? '').trim().split(/\s+/)
  const [seconds = NaN, minutes = 0, hours = 0, days = 0] = time.split(/[:-]/).reverse().map(Number)
  return { cpu: (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1e6, memory: Number(kilobytes) / 1024 }
}

/** Settings of this shell must not reach what is measured. */
const cleanEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VOORDEUR_|WHATSAPP_|MONGODB_URI$|MICROSOFT_|HOST$|LOG_LEVEL$|NODE_OPTIONS$)/.test(name),
    ),
  )

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function listening(port, child, said) {
  const until = performance.now() + START_WITHIN_MS
  while (!(await accepts(port))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`A server did not start. It said: ${said()}`)
    if (performance.now() > until) throw new Error(`A server did not listen within ${START_WITHIN_MS / 1000} s`)
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

const accepts = port =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket.destroy() && true))
    socket.once('error', () => resolve(false))
  })
