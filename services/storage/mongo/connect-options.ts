import mongoose, { type ConnectOptions } from 'mongoose'
import { AppError } from '../../app-error.js'

/** The database where the address names none. */
const DATABASE = 'voordeur'
/** Connections a process opens at most: a turn is two or three short commands, so more would only queue at the server. */
const MOST_CONNECTIONS = 20
/** How long a command waits for a server that is just gone, in milliseconds: a resident waits with it. */
const WAIT_MS = 2_000
/**
 * After so long without an answer a connection is thrown away, in milliseconds. Who asked has left long before (`MongoLink`);
 * shorter, and a process that was held up itself would throw away good ones.
 */
const ANSWER_MS = 10_000
/** How long the copies of a write are waited for, in milliseconds; less than a command may take, so that the server says it. */
const COPIES_MS = 2_500

/**
 * How we talk with MongoDB: a write is answered when most copies have it in their journal, and nothing waits for long. What
 * the address says itself counts. Throws an `AppError` without the address, which holds a password, when it cannot be read.
 */
export function connectOptions(uri: string): ConnectOptions {
  const said = [...new URLSearchParams(uri.split('?')[1] ?? '').keys()].map(name => name.toLowerCase())
  const unless = (names: readonly string[], options: ConnectOptions): ConnectOptions =>
    names.some(name => said.includes(name)) ? {} : options
  const options: ConnectOptions = {
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    ...(/^[^/]+:\/\/[^/?]+\/[^?]/.test(uri) ? {} : { dbName: DATABASE }),
    ...unless(['w', 'journal', 'wtimeoutms'], {
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: COPIES_MS },
    }),
    ...unless(['maxpoolsize'], { maxPoolSize: MOST_CONNECTIONS }),
    ...unless(['serverselectiontimeoutms'], { serverSelectionTimeoutMS: WAIT_MS }),
    ...unless(['connecttimeoutms'], { connectTimeoutMS: ANSWER_MS }),
    ...unless(['sockettimeoutms'], { socketTimeoutMS: ANSWER_MS }),
  }
  checkReadable(uri, options)
  return options
}

function checkReadable(
  uri: string,
  { autoIndex, autoCreate, bufferCommands, dbName, ...driver }: ConnectOptions,
): void {
  try {
    void new mongoose.mongo.MongoClient(uri, driver)
  } catch {
    // The driver's own words may quote a part of the address, and with it of the password.
    const why =
      'the driver cannot read it; signs in its password are written as %XX, and every option must be one of MongoDB’s'
    throw new AppError('setting-invalid', `Setting MONGODB_URI is not right: ${why}. See .env.example`, {
      retryable: false,
    })
  }
}
