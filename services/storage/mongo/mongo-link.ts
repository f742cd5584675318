import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import mongoose, { type Connection } from 'mongoose'
import { AppError } from '../../app-error.js'
import { connectOptions } from './connect-options.js'
import { keepTrying, type Trying } from './keep-trying.js'
import { isOfConnection, unusable } from './mongo-error.js'

/** A start waits no longer than this for the first attempt, in milliseconds: looking up a name can take longer. */
const START_WITHIN_MS = 2_500
/** No command is waited for longer than this, in milliseconds: somebody in danger is answered after it (G1, O3). */
const COMMAND_WITHIN_MS = 3_000
/** A server that is there answers a ping well within this, in milliseconds. */
const PING_WITHIN_MS = 1_000
/** An end waits no longer than this for an attempt that is under way, in milliseconds. */
const END_WITHIN_MS = 2_500

/** Told of what an operator should know; the error holds no content and no password. */
export type Trouble = (error: unknown, what: string) => void

/**
 * The connection of this process. It is opened again and again until it stands; from then on the driver mends it. The command
 * that finds the server gone waits for it a little; those after it reject at once, until it answers again.
 */
export class MongoLink {
  readonly connection: Connection
  readonly #trouble
  readonly #trying = new Map<string, Trying>()
  #connect: () => Promise<unknown> = () => Promise.resolve()
  #there = false
  #looking = false
  #closing: Promise<void> | null = null

  constructor(trouble: Trouble) {
    this.#trouble = trouble
    this.connection = mongoose.createConnection()
    this.connection.on('connected', () => (this.#there = true))
  }

  /**
   * Resolves when the server was reached, or when a start should wait for it no longer. `reached` is called when it was
   * reached, and again while it rejects. Rejects only when the address cannot be read.
   */
  async open(uri: string, reached: () => Promise<unknown>): Promise<void> {
    const options = connectOptions(uri)
    this.#connect = () => this.connection.openUri(uri, options)
    const connecting = this.#keepTrying('MongoDB cannot be reached; it is tried again', async () => {
      await this.#connect()
      this.#keepTrying('MongoDB did not make an index; it is tried again', reached)
    })
    await Promise.race([connecting.first, wait(START_WITHIN_MS, undefined, { ref: false })])
  }

  /** Runs a command; rejects with an `AppError` that may be tried again and says nothing of what it was about. */
  async run<Result>(command: () => Promise<Result>): Promise<Result> {
    if (!this.#there) throw new AppError('store-unusable', 'MongoDB cannot be reached', { retryable: true })
    try {
      return await inTime(command(), COMMAND_WITHIN_MS)
    } catch (error) {
      if (isOfConnection(error)) this.#lookForIt()
      throw unusable(error)
    }
  }

  /** Ends everything. A second call is harmless. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close())
  }

  async #close(): Promise<void> {
    const ended = Promise.all([...this.#trying.values()].map(trying => trying.stop())).then(() =>
      this.connection.close(),
    )
    await Promise.race([ended, wait(END_WITHIN_MS, undefined, { ref: false })])
  }

  /** One command that failed says little; when a ping fails too, nobody waits in vain until one is answered. */
  #lookForIt(): void {
    if (this.#looking || this.#closing) return
    this.#looking = true
    const look = async () => {
      if (!this.#there) await this.#connectAnew()
      await inTime(this.#ping(), PING_WITHIN_MS)
      this.#there = true
      this.#looking = false
    }
    const failed = (error: unknown) => {
      if (this.#there) this.#trouble(unusable(error), 'MongoDB is gone; it is looked for')
      this.#there = false
    }
    this.#trying.set('look', keepTrying(look, failed))
  }

  #ping = async (): Promise<void> => void (await this.connection.db?.admin().ping())

  /** The driver (7.8) can hang for ever on a socket that was just closing when it looked whether the server is there. */
  async #connectAnew(): Promise<void> {
    await this.connection.close()
    await this.#connect()
  }

  #keepTrying(what: string, attempt: () => Promise<unknown>): Trying {
    const trying = keepTrying(attempt, error => this.#trouble(unusable(error), what))
    this.#trying.set(what, trying)
    return trying
  }
}

/** The command itself is not stopped by this: what it did, or not, is found out by who tries again. */
async function inTime<Result>(command: Promise<Result>, milliseconds: number): Promise<Result> {
  const ended = new AbortController()
  const { signal } = ended
  const late = wait(milliseconds, undefined, { signal }).then(async () => {
    // Where this process itself was held up, the answer is there and was not read yet.
    await setImmediate(undefined, { signal })
    throw new mongoose.mongo.MongoOperationTimeoutError(`No answer within ${milliseconds} ms`)
  })
  try {
    return await Promise.race([command, late])
  } finally {
    ended.abort()
    late.catch(() => undefined)
    command.catch(() => undefined)
  }
}
