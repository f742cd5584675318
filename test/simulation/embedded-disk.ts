import { parseConversation } from '../../services/conversations/conversation-body.js'
import { column, openDatabase } from '../../services/storage/embedded/database.js'
import { EmbeddedConversationStore } from '../../services/storage/embedded/embedded-conversation-store.js'
import { EmbeddedDeadLetterStore } from '../../services/storage/embedded/embedded-dead-letter-store.js'
import { EmbeddedHandledStore } from '../../services/storage/embedded/embedded-handled-store.js'
import { EmbeddedLanguagePreferenceStore } from '../../services/storage/embedded/embedded-language-preference-store.js'
import type { Disk } from './disk.js'

/** The real embedded store, in memory so that thousands fit in a minute; a new process gets new stores on it. */
export function createEmbeddedDisk(file = ':memory:'): Disk {
  const database = openDatabase(file)
  const waiting = database.prepare('select 1 as known from conversation where due_at is not null limit 1')
  const letter = database.prepare('select times from dead_letter where id = ?')
  const one = database.prepare('select body from conversation where key = ?')
  const preference = database.prepare('select 1 as known from preference where key = ?')
  const read = (row: unknown) => {
    const body = column(row, 'body')
    return typeof body === 'string' ? parseConversation(body) : null
  }
  return {
    open: () => ({
      conversations: new EmbeddedConversationStore(database),
      handled: new EmbeddedHandledStore(database),
      preferences: new EmbeddedLanguagePreferenceStore(database),
      letters: new EmbeddedDeadLetterStore(database),
    }),
    record: key => read(one.get(key)),
    waits: () => column(waiting.get(), 'known') !== undefined,
    failures: id => Number(column(letter.get(id), 'times') ?? 0),
    hasLanguage: key => column(preference.get(key), 'known') !== undefined,
    close: () => void database.close(),
  }
}
