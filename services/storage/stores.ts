import type { ConversationStore } from '../conversations/conversation.js'
import type { HandledStore } from '../conversations/handled.js'
import type { LanguagePreferenceStore } from '../conversations/language-preference.js'
import type { Counts } from '../counting/counts.js'
import type { DeadLetterStore } from '../dead-letters/dead-letters.js'
import type { JobStore } from '../jobs/job.js'
import type { TransferStore } from '../transfers/transfer-store.js'

/** Everything that is kept, on one database. The embedded one and MongoDB give the same, and pass the same tests. */
export interface Stores {
  readonly conversations: ConversationStore
  readonly preferences: LanguagePreferenceStore
  readonly handled: HandledStore
  readonly deadLetters: DeadLetterStore
  readonly jobs: JobStore
  readonly transfers: TransferStore
  readonly counts: Counts
  /** Whether other processes may work on the same data: then nobody's work is taken over before its lease has ended. */
  readonly shared: boolean
  /** Writes what was gathered and lets go of the database. */
  close(): Promise<void>
}
