import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTask, type ScheduledTask } from 'node-cron'
import { unverified } from '../content/safety-numbers.js'
import { AppError } from '../services/app-error.js'
import { TIME_ZONE } from '../services/schedule/local-time.js'
import { compose, type Outside } from './compose.js'
import type { Config } from './config.js'
import { loadContent, type Content } from './load-content.js'
import { createServer, DIRECT_LINE_PATH } from './server.js'
import { openStores } from './open-stores.js'
import { unsafeToStart } from './unsafe-to-start.js'

/** Sum of what may take time at a stop: requests in flight (5 s), a job (3 s), the database (1 s), and 1 s to spare. */
export const STOP_WITHIN_MS = 10_000
const REQUESTS_WITHIN_MS = 5_000

export interface Running {
  readonly url: string
  /** Finishes what is under way, in the reverse order of starting. A second call is harmless. */
  stop(): Promise<void>
}

/** Starts the whole house in order; what fails stops the start with an `AppError` that says why, and undoes the rest. */
export async function start(config: Config, outside: Outside): Promise<Running> {
  const { clock, log } = outside
  const content = loadContent(config.pack)
  const unsafe = unsafeToStart(config, content, clock())
  if (unsafe) throw unsafe
  const stores = await openStores(config, (error, what) => log.error({ err: error }, what))
  const house = compose(config, content, stores, outside)
  const tasks = new Map<string, ScheduledTask>()
  const nextRun = (job: string) => tasks.get(job)?.getNextRun()?.getTime() ?? null
  const { app, streams } = createServer({ house, config, log, themeCss: content.pack.themeCss, nextRun })
  const server = createHttpServer(app)
  streams.attach(server, DIRECT_LINE_PATH)
  try {
    await listen(server, config)
  } catch (error) {
    streams.close()
    await house.close()
    throw error
  }
  for (const job of house.jobs.all) {
    const failed = (error: unknown) => log.error({ err: error, job: job.name }, 'a job could not begin or end')
    const task = createTask(job.cron, () => house.jobs.runNow(job).catch(failed), {
      timezone: TIME_ZONE,
      noOverlap: true,
      name: job.name,
    })
    await task.start()
    tasks.set(job.name, task)
  }
  // Where there is no other process, what was left to be sent when this one stopped is sent at once.
  if (house.messenger) {
    const resumed = house.messenger.sender.sendDue(stores.shared ? clock() : Infinity)
    resumed.catch((error: unknown) => log.error({ err: error }, 'what was left could not be sent'))
  }
  house.jobs.catchUp().catch((error: unknown) => log.error({ err: error }, 'missed jobs could not be made up for'))
  warnOfNumbers(content, clock(), log)
  let stopping: Promise<void> | null = null
  return {
    url: urlOf(server, config),
    stop: () => (stopping ??= stop(server, tasks, streams, house)),
  }
}

/** A safety number that was not checked for 30 days goes on being shown, and somebody must be told (G10). */
function warnOfNumbers({ safetyNumbers }: Content, now: number, log: Outside['log']): void {
  const due = unverified(safetyNumbers, new Date(now))
  if (due.length > 0) log.warn({ numbers: due.map(({ id, why }) => `${id}: ${why}`) }, 'safety numbers must be checked')
}

async function stop(
  server: Server,
  tasks: ReadonlyMap<string, ScheduledTask>,
  streams: { close(): void },
  house: { close(): Promise<void> },
): Promise<void> {
  for (const task of tasks.values()) await task.destroy()
  streams.close()
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  const hurry = setTimeout(() => server.closeAllConnections(), REQUESTS_WITHIN_MS).unref()
  server.closeIdleConnections()
  await closed
  clearTimeout(hurry)
  await house.close()
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(listenTrouble(error, port)))
    server.listen(port, host, resolve)
  })
}

function listenTrouble(cause: Error & { code?: string }, port: number): Error {
  if (cause.code !== 'EADDRINUSE') return cause
  return new AppError(
    'port-in-use',
    `Port ${port} is in use by another program. Stop that, or set PORT to another number`,
    {
      cause,
      retryable: false,
    },
  )
}

function urlOf(server: Server, { host }: Config): string {
  const address = server.address()
  const { port } = isAddressInfo(address) ? address : { port: 0 }
  return `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`
}

const isAddressInfo = (address: ReturnType<Server['address']>): address is AddressInfo =>
  typeof address === 'object' && address !== null
