/**
 * Rehearses what docs/go-live.md tells an engineer, with the built program: a backup while it runs, a restore that is refused while
 * it runs, a restore elsewhere, a start on that.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const LONGEST_START = 30_000
/** Longer than counts are gathered in memory before they are written (5 s). */
const GATHERED = 6_000
const root = fileURLToPath(new URL('..', import.meta.url))
const work = await mkdtemp(join(tmpdir(), 'voordeur-rehearsal-'))
const [data, elsewhere, file] = ['data', 'elsewhere', 'backup.db'].map(name => join(work, name))
const env = {
  ...process.env,
  // It is the embedded database that is rehearsed.
  MONGODB_URI: '',
  HOST: '127.0.0.1',
  VOORDEUR_MODE: 'demo',
  VOORDEUR_SECRET: 'a-secret-of-the-rehearsal-alone-32',
}
const started = []

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

async function start(folder) {
  const port = await freePort()
  const child = spawn(process.execPath, ['dist/bot/main.js'], {
    cwd: root,
    env: { ...env, PORT: String(port), VOORDEUR_DATA: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  started.push(child)
  const url = `http://127.0.0.1:${port}`
  for (const until = Date.now() + LONGEST_START; Date.now() < until; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`it stopped by itself with exit code ${child.exitCode}`)
    const page = await fetch(`${url}/status`).catch(() => null)
    if (page?.ok) return { child, url, status: () => fetch(`${url}/status`).then(answer => answer.text()) }
  }
  throw new Error('it did not start')
}

async function stop({ child }) {
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  check('it stops cleanly', (await gone) === 0)
}

/** What a command printed, and how it ended. */
function run(command, folder, ...given) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/bot/commands/${command}.js`, ...given], {
    cwd: root,
    env: { ...env, VOORDEUR_DATA: folder },
    encoding: 'utf8',
  })
  return { good: status === 0, said: `${stdout}${stderr}`.trim() }
}

/** How many rows the lines of a command name, a table each. */
const rowsIn = said =>
  Object.fromEntries([...said.matchAll(/^ {2}(\w+) +(\d+ rows|left out)$/gm)].map(([, table, rows]) => [table, rows]))

function check(what, holds, said = '') {
  if (!holds) throw new Error(`does not hold: ${what}\n${said}`)
  console.log(`  ${what}`)
}

async function talk(url) {
  const at = `${url}/directline/v3/directline/conversations`
  const { conversationId, token } = await (await fetch(at, { method: 'POST' })).json()
  await fetch(`${at}/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'me' }, text: 'Nederlands' }),
  })
}

try {
  const running = await start(data)
  await talk(running.url)
  await pause(GATHERED)
  const backup = run('backup', data, file)
  check('a backup is made while it runs', backup.good, backup.said)
  const rows = rowsIn(backup.said)
  check('it holds counts and jobs', /[1-9]/.test(rows.count) && /[1-9]/.test(rows.job), backup.said)
  check('and nothing of people', rows.conversation === 'left out', backup.said)
  check('only its owner can read it', ((await stat(file)).mode & 0o777) === 0o600)
  const again = run('backup', data, file)
  check('it is not overwritten', !again.good && /already/.test(again.said), again.said)
  const refused = run('restore', data, file)
  check('a restore is refused while it runs', !refused.good && /stop Voordeur first/.test(refused.said), refused.said)
  check('and it still answers', (await running.status()).includes('expiry'))
  await stop(running)
  const same = run('restore', data, file)
  check('put back in the same place, with what was there beside it', same.good && /kept as/.test(same.said), same.said)
  const there = run('restore', elsewhere, file)
  check('put back elsewhere', there.good && existsSync(join(elsewhere, 'voordeur.db')), there.said)
  check('with the same rows', JSON.stringify(rowsIn(there.said)) === JSON.stringify(rows), there.said)
  const restored = await start(elsewhere)
  const second = run('backup', elsewhere, `${file}.second`)
  check(
    'it starts on it, and the counts are there',
    second.good && rowsIn(second.said).count === rows.count,
    second.said,
  )
  await stop(restored)
  console.log('Backup and restore: rehearsed')
} catch (error) {
  console.error(`Backup and restore: ${error.message}`)
  process.exitCode = 1
} finally {
  for (const child of started) child.kill('SIGKILL')
  await rm(work, { recursive: true, force: true })
}
