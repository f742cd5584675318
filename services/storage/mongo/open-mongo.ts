import type { Stores } from '../stores.js'
import { MongoConversationStore } from './mongo-conversation-store.js'
import { createMongoCounts } from './mongo-counts.js'
import { MongoDeadLetterStore } from './mongo-dead-letter-store.js'
import { MongoHandledStore } from './mongo-handled-store.js'
import { MongoJobStore } from './mongo-job-store.js'
import { MongoLanguagePreferenceStore } from './mongo-language-preference-store.js'
import { MongoLink, type Trouble } from './mongo-link.js'
import { MongoTransferStore } from './mongo-transfer-store.js'

/**
 * MongoDB, for more than one process. A server that cannot be reached does not stop the start: it is tried again until it
 * answers, and until then every call rejects with an `AppError`. Rejects only when the address cannot be read.
 */
export async function openMongo(uri: string, trouble: Trouble): Promise<Stores> {
  const link = new MongoLink(trouble)
  const counts = createMongoCounts(link)
  const stores: Stores = {
    conversations: new MongoConversationStore(link),
    preferences: new MongoLanguagePreferenceStore(link),
    handled: new MongoHandledStore(link),
    deadLetters: new MongoDeadLetterStore(link),
    jobs: new MongoJobStore(link),
    transfers: new MongoTransferStore(link),
    counts,
    shared: true,
    async close() {
      await counts.flush()
      await link.close()
    },
  }
  await link.open(uri, async () => {
    for (const model of Object.values(link.connection.models)) await model.createIndexes()
  })
  return stores
}
