import type { Clock } from '../../services/clock.js'
import { createEmulator } from './emulator.js'
import type { Identity } from './identity.js'
import { pageRoutes } from './page/page-routes.js'

/** Where the app hears of WhatsApp's messages. */
const WEBHOOK_PATH = '/channels/whatsapp'

/** What an app needs to take the emulator for Meta. */
export interface EmulatedMeta {
  /** Instead of `API_HOST`. */
  readonly host: string
  readonly token: string
  readonly number: string
  readonly appSecret: string
  readonly verifyToken: string
}

export interface StartedApp {
  readonly url: string
  stop(): Promise<void>
}

export interface TryOutParts {
  /** Starts the app on a free port of loopback with these settings. */
  readonly startApp: (settings: EmulatedMeta) => Promise<StartedApp>
  readonly clock: Clock
  /** A number at least 0 and below 1. */
  readonly chance: () => number
  /** A secret that nobody can guess. */
  readonly newSecret: () => string
  /** Port of the page; 0 takes a free one. */
  readonly port: number
}

/** One of each kind that Meta knows: with a number alone, with a user name and no number, with both. */
const people: readonly Identity[] = [
  { name: 'Fatma', phone: '31600000001' },
  { name: 'Tesfay', bsuid: 'NL.600000002' },
  { name: 'Amira', phone: '31600000003', bsuid: 'NL.600000003' },
  { name: 'Jan', phone: '31600000004' },
]

/** Starts the emulator with its page, then the app, and ties them together. What fails undoes the rest. */
export async function tryOut({ startApp, clock, chance, newSecret, port }: TryOutParts): Promise<StartedApp> {
  const settings = { token: newSecret(), number: '200000000000001', appSecret: newSecret(), verifyToken: newSecret() }
  const emulator = createEmulator({ ...settings, secret: settings.appSecret, clock, chance })
  for (const identity of people) emulator.person(identity)
  emulator.app.use(pageRoutes(emulator))
  const url = await emulator.listen(port)
  try {
    const app = await startApp({ ...settings, host: url })
    emulator.callAt(new URL(WEBHOOK_PATH, app.url))
    if (!(await emulator.handshake())) {
      await app.stop()
      throw new Error(`The app does not answer Meta's question at ${WEBHOOK_PATH}: is its WhatsApp channel mounted?`)
    }
    return {
      url,
      async stop() {
        await emulator.close()
        await app.stop()
      },
    }
  } catch (error) {
    await emulator.close()
    throw error
  }
}
