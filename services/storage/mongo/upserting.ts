import { isDuplicate } from './mongo-error.js'

/** Two that make the same record at once: the server may tell one of them that it is there already, and then it is. */
const MOST_TRIES = 3

/** Runs an upsert that may be told so; a repetition then finds the record. It must be safe to run again after that. */
export async function upserting<Result>(upsert: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await upsert()
    } catch (error) {
      if (!isDuplicate(error) || tries === MOST_TRIES) throw error
    }
  }
}
