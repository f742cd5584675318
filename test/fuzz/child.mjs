import { fork } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const DATA = fileURLToPath(new URL('../../data/', import.meta.url))
const STOP_WITHIN_MS = 15_000

/** The whole program in a process of its own, and a platform that takes every message. `troubles` is all that it said of errors. */
export async function startChild({ dist, secret, verifyToken }) {
  await mkdir(DATA, { recursive: true })
  const folder = await mkdtemp(join(DATA, 'fuzz-'))
  const sink = await openSink()
  const port = await freePort()
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    ...(process.env['MONGODB_URI'] ? { MONGODB_URI: process.env['MONGODB_URI'] } : {}),
    VOORDEUR_SECRET: 'a-secret-of-the-fuzz-test-alone-3232',
    FUZZ_PROGRAM: new URL('bot/main.js', dist).href,
    PORT: String(port),
    VOORDEUR_DATA: folder,
    VOORDEUR_SECRET: basename(folder).padEnd(32, '-'),
    WHATSAPP_HOST: sink.url,
    WHATSAPP_TOKEN: 'token-of-the-fuzz',
    WHATSAPP_NUMBER: '200000000000001',
    WHATSAPP_APP_SECRET: secret,
    WHATSAPP_VERIFY_TOKEN: verifyToken,
    WHATSAPP_PER_SECOND: '1000',
    LOG_LEVEL: 'error',
  }
  const options = { env, execArgv: ['--expose-gc'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }
  const child = fork(fileURLToPath(new URL('measured-main.mjs', import.meta.url)), options)
  const troubles = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', line => void troubles.push(line.slice(0, 2_000)))
  const ended = new Promise(resolve => child.once('exit', (code, signal) => resolve(signal ?? code)))
  const over = () => child.kill('SIGKILL')
  process.on('exit', over)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  return {
    port,
    folder,
    sink,
    troubles,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    /** Bytes in use after a collection. */
    memory: () =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null) return reject(new Error('The program has ended'))
        child.once('message', resolve)
        child.send('measure')
      }),
    /** Answers how it ended: 0 when all was well. */
    async stop() {
      const hurry = setTimeout(over, STOP_WITHIN_MS)
      child.kill('SIGTERM')
      const how = await ended
      clearTimeout(hurry)
      process.off('exit', over)
      sink.close()
      return how
    },
  }
}

/** Meta's side that accepts everything. */
async function openSink() {
  const sink = { url: '', taken: 0, close: () => undefined }
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      sink.taken += 1
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ messages: [{ id: `wamid.out${sink.taken}` }] }))
    })
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  sink.url = `http://127.0.0.1:${server.address().port}`
  sink.close = () => {
    server.close()
    server.closeAllConnections()
  }
  return sink
}

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
