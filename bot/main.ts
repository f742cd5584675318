import { pino } from 'pino'
import { AppError } from '../services/app-error.js'
import { systemClock } from '../services/clock.js'
import { environment, readConfig, type Config } from './config.js'
import { start, STOP_WITHIN_MS } from './start.js'

/** The program: settings from the environment, start, and a stop on SIGTERM or SIGINT that never hangs. */
async function main(): Promise<void> {
  const config = readConfig(environment)
  const log = pino({ level: config.logLevel })
  const running = await start(config, { clock: systemClock, log })
  log.info({ url: running.url, mode: config.mode }, 'Voordeur is open')
  greet(config, running.url)
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop failed')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function greet({ mode }: Config, url: string): void {
  if (mode !== 'demo' || !process.stdout.isTTY) return
  process.stdout.write(
    `\n  Voordeur   ${url}\n  Balie      ${url}/balie\n  Toestand   ${url}/status\n\n  Everything in it is an example. Stop with Ctrl+C.\n\n`,
  )
}

main().catch((error: unknown) => {
  const why = error instanceof AppError ? `${error.message} (${error.code})` : error
  process.stderr.write(`Voordeur did not start. ${why instanceof Error ? (why.stack ?? why.message) : String(why)}\n`)
  process.exit(1)
})
