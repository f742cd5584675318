import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { compose, type House } from '../../bot/compose.js'
import { readConfig, type Config } from '../../bot/config.js'
import { openEmbedded } from '../../services/storage/embedded/open-embedded.js'
import { loadContent, type Content } from '../../bot/load-content.js'

/** Monday 23 November 2026, 10:00 in Amsterdam: an ordinary morning on which most doors are open. */
export const MONDAY_MORNING = Date.UTC(2026, 10, 23, 9, 0)

const contents = new Map<string, Content>()
/** Content is immutable, so one reading serves a whole test file. */
export function contentOf(pack = 'amsterdam-example'): Content {
  const known = contents.get(pack)
  if (known) return known
  const content = loadContent(pack)
  contents.set(pack, content)
  return content
}

export interface TestApp {
  readonly house: House
  readonly config: Config
  readonly content: Content
  readonly folder: string
  readonly logged: string[]
  readonly log: Logger
  now: number
  /** A new process on the same folder. */
  restart(): Promise<TestApp>
  close(): Promise<void>
}

/** The composed app on a real database in a folder of its own, with the clock in hand. */
export function createTestApp({
  pack = 'amsterdam-example',
  now = MONDAY_MORNING,
  folder = mkdtempSync(join(tmpdir(), 'voordeur-')),
} = {}): TestApp {
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: line => void logged.push(line) })
  const config = readConfig({
    PORT: '0',
    VOORDEUR_DATA: folder,
    VOORDEUR_PACK: pack,
    VOORDEUR_SECRET: 'a-secret-of-the-tests-and-of-nothing-else',
  })
  const content = contentOf(pack)
  const app: TestApp = {
    house: compose(config, content, openEmbedded(join(folder, 'voordeur.db')), { clock: () => app.now, log }),
    config,
    content,
    folder,
    logged,
    log,
    now,
    async restart() {
      await app.house.close()
      return createTestApp({ pack, now: app.now, folder })
    },
    async close() {
      await app.house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return app
}
