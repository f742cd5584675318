import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer } from './child-server.mjs'

/** The program that is measured, as built by `npm run build`; BENCH_DIST points to another build. */
const program = fileURLToPath(new URL(`${process.env['BENCH_DIST'] ?? '../dist'}/bot/main.js`, import.meta.url))
/** Not the system's temporary folder: that is often in memory, and then a full sync costs nothing. */
const DATA = fileURLToPath(new URL('../data', import.meta.url))

/** Starts the whole program with a data folder of its own, empty but for what `prepare` puts there, which its `stop` takes away again. */
export async function startVoordeur(settings = {}, prepare = async () => undefined) {
  if (!existsSync(program)) throw new Error('There is no built program: run `npm run build` first')
  await mkdir(DATA, { recursive: true })
  const data = await mkdtemp(join(DATA, 'bench-'))
  const away = () => rm(data, { recursive: true, force: true })
  try {
    await prepare(data)
    const flags = process.env['BENCH_FLAGS']?.split(' ') ?? []
    const server = await startServer(program, {
      flags,
      env: { VOORDEUR_MODE: 'demo', VOORDEUR_DATA: data, LOG_LEVEL: 'silent', HOST: '127.0.0.1', ...settings },
    })
    return { ...server, stop: () => server.stop().then(away) }
  } catch (error) {
    await away()
    throw error
  }
}
