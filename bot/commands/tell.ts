import { AppError } from '../../services/app-error.js'

/** Does the work of a command and prints what it says; what went wrong is one sentence, and the process then ends with 1. */
export function tell(failure: string, work: () => readonly string[]): void {
  try {
    process.stdout.write(`${work().join('\n')}\n`)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    process.stderr.write(`${failure}. ${error.message} (${error.code})\n`)
    process.exitCode = 1
  }
}
