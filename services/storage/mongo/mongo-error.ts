import mongoose from 'mongoose'
import { AppError } from '../../app-error.js'

const { MongoServerError, MongoError } = mongoose.mongo

/** Code of the server for a key that is there already. */
const DUPLICATE = 11_000

export const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === DUPLICATE

/** Whether it was the way to the server, not what the server was asked. */
export const isOfConnection = (error: unknown): boolean =>
  error instanceof mongoose.Error.MongooseServerSelectionError ||
  (error instanceof MongoError && !(error instanceof MongoServerError))

/**
 * What a command failed with, in a form that may be logged. The driver's error is not handed on: it can quote the record
 * it was about. The same call may succeed later.
 */
export function unusable(error: unknown): AppError {
  return new AppError('store-unusable', 'MongoDB did not do what was asked', { cause: outline(error), retryable: true })
}

/** Name and code; words only where they are about the connection. */
function outline(error: unknown): Error {
  const outlined = new Error(wordsOf(error))
  outlined.name = error instanceof Error ? error.name : typeof error
  return outlined
}

function wordsOf(error: unknown): string {
  if (error instanceof MongoServerError) return `code ${error.code ?? 'unknown'} ${error.codeName ?? ''}`.trimEnd()
  return isOfConnection(error) && error instanceof Error ? error.message : 'in words that may quote a record'
}
