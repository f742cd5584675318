import type { Stores } from '../stores.js'
import { openDatabase } from './database.js'
import { EmbeddedConversationStore } from './embedded-conversation-store.js'
import { createEmbeddedCounts } from './embedded-counts.js'
import { EmbeddedDeadLetterStore } from './embedded-dead-letter-store.js'
import { EmbeddedHandledStore } from './embedded-handled-store.js'
import { EmbeddedJobStore } from './embedded-job-store.js'
import { EmbeddedLanguagePreferenceStore } from './embedded-language-preference-store.js'
import { EmbeddedTransferStore } from './embedded-transfer-store.js'

/** The default: one file, one process, nothing to install. Throws an `AppError` that says what to do. */
export function openEmbedded(file: string): Stores {
  const database = openDatabase(file)
  const counts = createEmbeddedCounts(database)
  return {
    conversations: new EmbeddedConversationStore(database),
    preferences: new EmbeddedLanguagePreferenceStore(database),
    handled: new EmbeddedHandledStore(database),
    deadLetters: new EmbeddedDeadLetterStore(database),
    jobs: new EmbeddedJobStore(database),
    transfers: new EmbeddedTransferStore(database),
    counts,
    shared: false,
    async close() {
      await counts.flush()
      database.close()
    },
  }
}
