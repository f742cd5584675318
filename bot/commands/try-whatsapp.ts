import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../../services/clock.js'
import { environment, readConfig } from '../config.js'
import { tryOut, type StartedApp, type EmulatedMeta } from '../emulator/try-out.js'
import { start } from '../start.js'

/** Lets anyone hold a WhatsApp conversation on a laptop, without an account: the app, and an emulator with a page like a phone. */
const PAGE_PORT = 3979

async function startApp(whatsapp: EmulatedMeta): Promise<StartedApp> {
  const config = readConfig({
    ...environment,
    HOST: '127.0.0.1',
    PORT: '0',
    VOORDEUR_MODE: 'demo',
    VOORDEUR_DATA: join(readConfig(environment).data, 'try-whatsapp'),
    WHATSAPP_HOST: whatsapp.host,
    WHATSAPP_TOKEN: whatsapp.token,
    WHATSAPP_NUMBER: whatsapp.number,
    WHATSAPP_APP_SECRET: whatsapp.appSecret,
    WHATSAPP_VERIFY_TOKEN: whatsapp.verifyToken,
  })
  return start(config, { clock: systemClock, log: pino({ level: config.logLevel }) })
}

async function main(): Promise<void> {
  const running = await tryOut({
    startApp,
    clock: systemClock,
    chance: Math.random,
    newSecret: randomUUID,
    port: PAGE_PORT,
  })
  process.stdout.write(
    `\n  A phone to try WhatsApp with: ${running.url}\n\n  Nothing of it goes to WhatsApp. Stop with Ctrl+C.\n\n`,
  )
  const stop = () => void running.stop().finally(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`The phone did not start. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
