import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
// Jest links an SDK that is first asked for in the middle of a test wrongly ("not in cache"), so it is there from the start
import '../../bot/sdk.js'
import { readConfig } from '../../bot/config.js'
import { start, type Running } from '../../bot/start.js'
import { MONDAY_MORNING } from './test-app.js'

export interface RunningApp {
  readonly url: string
  readonly folder: string
  /** Every line that was logged, as it was written. */
  readonly logged: readonly string[]
  /** The app's clock; set it to let time pass. */
  now: number
  /** Stops this one, and starts a new process's worth on the same folder. */
  restart(): Promise<RunningApp>
  /** Stops it and removes its folder. */
  close(): Promise<void>
}

export type Settings = Readonly<Record<string, string>>

const SETTINGS: Settings = {
  PORT: '0',
  VOORDEUR_SECRET: 'a-secret-of-the-tests-and-of-nothing-else',
  LOG_LEVEL: 'debug',
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'voordeur-'))

/** The whole house as the program starts it, on a free port and a folder of its own. */
export async function startApp(
  settings: Settings = {},
  folder = newFolder(),
  now = MONDAY_MORNING,
): Promise<RunningApp> {
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: line => void logged.push(line) })
  const config = readConfig({ ...SETTINGS, VOORDEUR_DATA: folder, ...settings })
  const clock = { now }
  const running: Running = await start(config, { clock: () => clock.now, log })
  return {
    url: running.url,
    folder,
    logged,
    get now() {
      return clock.now
    },
    set now(moment: number) {
      clock.now = moment
    },
    async restart() {
      await running.stop()
      return startApp(settings, folder, clock.now)
    },
    async close() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
