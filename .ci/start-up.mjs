/** Starts the built program on a free port with an empty data folder, reads the first page, and stops it as a server is stopped. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** Well above the aim of 2 s (N: cold start), because a shared machine may be busy. */
const LONGEST_START = 30_000
const LONGEST_STOP = 15_000
/** The first sentence of the page where no organisation is behind it yet (the example pack). */
const OPENING = 'opening.hello.demo'
const root = fileURLToPath(new URL('..', import.meta.url))

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** The first page, or null while nobody listens yet. */
const read = url => fetch(url, { headers: { 'accept-language': 'nl' } }).catch(() => null)

async function firstPage(url, running) {
  for (const until = Date.now() + LONGEST_START; Date.now() < until; await pause(50)) {
    if (running.exitCode !== null) throw new Error(`it stopped by itself with exit code ${running.exitCode}`)
    const response = await read(url)
    if (response) return { status: response.status, html: await response.text() }
  }
  throw new Error(`nobody listened at ${url} within ${LONGEST_START / 1000} s`)
}

async function stop(running) {
  const gone = new Promise(resolve => running.once('exit', code => resolve(code)))
  running.kill('SIGTERM')
  const code = await Promise.race([gone, pause(LONGEST_STOP, 'still running')])
  if (code !== 0) throw new Error(`after SIGTERM it ended with: ${code}`)
}

const data = await mkdtemp(join(tmpdir(), 'voordeur-start-'))
const port = await freePort()
const started = performance.now()
const env = {
  ...process.env,
  PORT: String(port),
  HOST: '127.0.0.1',
  VOORDEUR_DATA: data,
  VOORDEUR_MODE: 'demo',
  MONGODB_URI: '',
}
const running = spawn(process.execPath, ['dist/bot/main.js'], {
  cwd: root,
  env,
  stdio: ['ignore', 'inherit', 'inherit'],
})
try {
  const { status, html } = await firstPage(`http://127.0.0.1:${port}/`, running)
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  const texts = JSON.parse(await readFile(join(root, 'content/languages/nl/texts.json'), 'utf8'))
  if (status !== 200) throw new Error(`GET / answered ${status}`)
  if (!html.includes(texts[OPENING])) throw new Error('GET / does not hold the opening')
  await stop(running)
  console.log(`Start-up: GET / answered 200 with the opening after ${seconds} s, and it stopped cleanly`)
} catch (error) {
  console.error(`Start-up: ${error.message}`)
  process.exitCode = 1
} finally {
  running.kill('SIGKILL')
  await rm(data, { recursive: true, force: true })
}
