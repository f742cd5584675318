import { createEmulator, type Emulator, type EmulatorOptions } from '../../bot/emulator/emulator.js'
import { startApp, type RunningApp, type Settings } from './running-app.js'
import { MONDAY_MORNING } from './test-app.js'

export const OUR_NUMBER = '200000000000001'
const secrets = {
  secret: 'app-secret-of-the-tests',
  verifyToken: 'verify-token-of-the-tests',
  token: 'token-of-the-tests',
}

export interface WhatsAppTest {
  readonly emulator: Emulator
  app: RunningApp
  /** What the app was started with, to start another beside it. */
  readonly settings: Settings
  /** Moves the clock of both sides. */
  pass(milliseconds: number): void
  /** Stops the app and starts it again on the same folder. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** The whole house and Meta's side, talking over sockets of this machine. Chance is the same in every run. */
export async function startWhatsApp(
  options: Partial<EmulatorOptions> = {},
  settings: Settings = {},
): Promise<WhatsAppTest> {
  let now = MONDAY_MORNING
  let drawn = 0
  const emulator = createEmulator({
    ...secrets,
    number: OUR_NUMBER,
    clock: () => now,
    chance: () => ((drawn += 1) * 0.618_033_988_75) % 1,
    backOff: attempt => (attempt < 40 ? 25 : null),
    ...options,
  })
  const host = await emulator.listen()
  const all: Settings = {
    WHATSAPP_HOST: host,
    WHATSAPP_TOKEN: secrets.token,
    WHATSAPP_NUMBER: OUR_NUMBER,
    WHATSAPP_APP_SECRET: secrets.secret,
    WHATSAPP_VERIFY_TOKEN: secrets.verifyToken,
    WHATSAPP_PER_SECOND: '1000',
    ...settings,
  }
  const app = await startApp(all)
  const point = () => emulator.callAt(new URL('/channels/whatsapp', test.app.url))
  const test: WhatsAppTest = {
    emulator,
    app,
    settings: all,
    pass(milliseconds) {
      now += milliseconds
      test.app.now = now
    },
    async restart() {
      test.app = await test.app.restart()
      point()
    },
    async close() {
      await emulator.close()
      await test.app.close()
    },
  }
  point()
  return test
}
