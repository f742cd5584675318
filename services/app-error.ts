/** What can fail outside of us. Each code is explained in the README. */
export const errorCodes = [
  'setting-invalid',
  'content-invalid',
  'store-unusable',
  'unsafe-to-start',
  'port-in-use',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An operational failure: something outside did not do its part. A bug is a plain `Error`. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; retryable: boolean }) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.retryable = options.retryable
  }
}
